using Kept.Core.Questionnaires;
using Kept.Design.Forms;

namespace Kept.Web.Features.Questionnaires.Make;

/// <summary>Where routes lead, in words.</summary>
public static class RouteWords
{
    public static string Of(Form form, FormRoute route) =>
        route.To == FormRoute.End ? "the end"
        : form.Exits.FirstOrDefault(e => e.Id == route.To) is { } exit ? $"the exit page “{exit.Title}”"
        : form.Sections.FirstOrDefault(s => s.Id == route.To) is { } section ? $"the section “{section.Title}”"
        : form.Find(route.To) is { } question ? $"question {form.NumberOf(question.Id).ToString(System.Globalization.CultureInfo.InvariantCulture)}, “{question.Label}”" : "nowhere: what it led to is gone";

    /// <summary>Where a question may lead: onward only.</summary>
    public static IEnumerable<Answer> Choices(Form form, FormQuestion from)
    {
        yield return new("", "The next question");
        foreach (var to in form.Sections.Where(s => s.Questions.Count > 0).Select(s => s.Id).Concat(form.Questions.Select(q => q.Id)).Concat(form.Exits.Select(e => e.Id)).Append(FormRoute.End))
            if (Routing.Onward(form, from, new("", to)) is not null) yield return new(to, House.Words.Capital(Of(form, new("", to))));
    }
}
