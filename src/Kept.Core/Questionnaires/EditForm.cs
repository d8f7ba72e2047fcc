using Kept.Core.Foundation;

namespace Kept.Core.Questionnaires;

/// <summary>Changes to a form that is being made. Each gives the form as it stands afterwards; what it does not find it leaves as it was.</summary>
public static class EditForm
{
    /// <summary>A new id for a part of a form; the letter says of what.</summary>
    public static string NewId(char kind) => kind + RandomId.Next()[..9];

    public static Form AddSection(Form form, string title) => form with { Sections = [.. form.Sections, new(NewId('s'), title)] };

    public static Form NameSection(Form form, string section, string title) => Sections(form, s => s.Id == section ? s with { Title = title } : s);

    public static Form RemoveSection(Form form, string section) => form with { Sections = [.. form.Sections.Where(s => s.Id != section)] };

    public static Form MoveSection(Form form, string section, bool up) => form with { Sections = Moved(form.Sections, s => s.Id == section, up) };

    public static Form AddQuestion(Form form, string section, FormQuestion question) =>
        Sections(form, s => s.Id == section ? s with { Questions = [.. s.Questions, question] } : s);

    /// <summary>Puts a question in the place of the one with its id.</summary>
    public static Form ChangeQuestion(Form form, FormQuestion question) =>
        Sections(form, s => s with { Questions = [.. s.Questions.Select(q => q.Id == question.Id ? question : q)] });

    public static Form RemoveQuestion(Form form, string question) => Sections(form, s => s with { Questions = [.. s.Questions.Where(q => q.Id != question)] });

    /// <summary>One place up or down; over the edge of its section into the next one.</summary>
    public static Form MoveQuestion(Form form, string question, bool up)
    {
        var at = form.Sections.ToList().FindIndex(s => s.Questions.Any(q => q.Id == question));
        if (at < 0) return form;
        var here = form.Sections[at];
        var atEdge = up ? here.Questions[0].Id == question : here.Questions[^1].Id == question;
        if (!atEdge) return Sections(form, s => s.Id == here.Id ? s with { Questions = Moved(s.Questions, q => q.Id == question, up) } : s);
        if (at + (up ? -1 : 1) is not (>= 0 and var other) || other >= form.Sections.Count) return form;
        var moved = here.Questions.First(q => q.Id == question);
        var there = form.Sections[other];
        return Sections(RemoveQuestion(form, question), s => s.Id != there.Id ? s : s with { Questions = up ? [.. s.Questions, moved] : [moved, .. s.Questions] });
    }

    public static Form AddExit(Form form, ExitPage exit) => form with { Exits = [.. form.Exits, exit] };

    public static Form ChangeExit(Form form, ExitPage exit) => form with { Exits = [.. form.Exits.Select(e => e.Id == exit.Id ? exit : e)] };

    public static Form RemoveExit(Form form, string exit) => form with { Exits = [.. form.Exits.Where(e => e.Id != exit)] };

    private static Form Sections(Form form, Func<FormSection, FormSection> change) => form with { Sections = [.. form.Sections.Select(change)] };

    private static List<T> Moved<T>(IReadOnlyList<T> list, Predicate<T> which, bool up)
    {
        var moved = list.ToList();
        var (at, to) = (moved.FindIndex(which), moved.FindIndex(which) + (up ? -1 : 1));
        if (at >= 0 && to >= 0 && to < moved.Count) (moved[at], moved[to]) = (moved[to], moved[at]);
        return moved;
    }
}
