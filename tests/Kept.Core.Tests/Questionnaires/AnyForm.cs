using FsCheck;
using FsCheck.Fluent;
using Kept.Core.Questionnaires;

namespace Kept.Core.Tests.Questionnaires;

/// <summary>Forms of every shape, mended or not, with routes that lead onward, back, to themselves and nowhere; and answers to them.</summary>
internal static class AnyForm
{
    private static readonly string[] Options = ["Yes", "No", "Perhaps"];
    private static readonly string[] Targets = ["q0", "q1", "q2", "q3", "q4", "q5", "q6", "q7", "s0", "s1", "s2", "x0", "x1", FormRoute.End, "gone", ""];

    public static Gen<Form> Forms =>
        from audience in Gen.Elements(Enum.GetValues<Audience>())
        from sizes in Gen.ArrayOf(Gen.Choose(0, 3), 3)
        from questions in Gen.ArrayOf(Question, sizes.Sum())
        from exits in Gen.Choose(0, 2)
        select new Form { Title = "Any", Audience = audience, Sections = Sections(sizes, questions), Exits = [.. Enumerable.Range(0, exits).Select(at => new ExitPage($"x{at}", $"Exit {at}", "Here it ends."))] };

    /// <summary>An answer, by number of the question.</summary>
    public static Gen<IReadOnlyList<string>[]> Answers => Gen.ArrayOf(Gen.SubListOf(Options).Select(values => (IReadOnlyList<string>)[.. values]), 12);

    public static IReadOnlyList<string> To(FormQuestion question, Form form, IReadOnlyList<string>[] answers) => answers[form.NumberOf(question.Id) % answers.Length];

    private static Gen<FormQuestion> Question =>
        from kind in Gen.Elements(QuestionKind.OneChoice, QuestionKind.ManyChoices, QuestionKind.ShortText, QuestionKind.Date)
        from required in Gen.Elements(true, false)
        from routes in Gen.Choose(0, 4).SelectMany(many => Gen.ArrayOf(Leads, many))
        select new FormQuestion("", kind, "") { Required = required, Options = QuestionKinds.IsChoice(kind) ? Options : [], Routes = routes };

    private static Gen<FormRoute> Leads =>
        from when in Gen.Elements([.. Options, "", "Never"])
        from to in Gen.Elements(Targets)
        select new FormRoute(when, to);

    private static List<FormSection> Sections(int[] sizes, FormQuestion[] questions)
    {
        var named = questions.Select((q, at) => q with { Id = $"q{at}", Label = $"Question {at}?" }).ToList();
        return [.. sizes.Select((size, at) => new FormSection($"s{at}", $"Section {at}") { Questions = [.. named.Skip(sizes.Take(at).Sum()).Take(size)] })];
    }
}
