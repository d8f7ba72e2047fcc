using Kept.Core.Questionnaires;
using Kept.Testing;

namespace Kept.Core.Tests.Questionnaires;

public sealed class FormChecksTests
{
    private static readonly Form Small = Questions.Small(Audience.Bodies);

    private static Form With(Func<FormQuestion, FormQuestion> first) => EditForm.ChangeQuestion(Small, first(Small.Find("qfirst")!));

    private static string Only(Form form) => Assert.Single(FormChecks.Of(form)).Says;

    [Fact]
    public void A_form_that_is_whole_has_no_faults() => Assert.Empty(FormChecks.Of(Small));

    [Fact]
    public void The_two_subjects_could_go_live_as_they_are() => Assert.All(FirstQuestionnaires.All, form => Assert.Empty(FormChecks.Of(form)));

    [Fact]
    public void A_route_to_nowhere_is_said() => Assert.Contains("leads nowhere", Only(With(q => q with { Routes = [.. q.Routes, new("Yes", "gone")] })), StringComparison.Ordinal);

    [Fact]
    public void A_route_back_is_said()
    {
        var form = EditForm.ChangeQuestion(Small, Small.Find("qlast")! with { Routes = [new("", "qfirst")] });
        Assert.Contains("leads back to “Does it help?”", Only(form), StringComparison.Ordinal);
    }

    [Fact]
    public void A_route_to_itself_is_a_route_back() =>
        Assert.Contains("leads back", Only(EditForm.ChangeQuestion(Small, Small.Find("qlast")! with { Routes = [new("", "qlast")] })), StringComparison.Ordinal);

    [Fact]
    public void A_route_for_an_answer_there_is_not_is_said() =>
        Assert.Contains("none of its answers", Only(With(q => q with { Routes = [.. q.Routes, new("Maybe", "qlast")] })), StringComparison.Ordinal);

    [Fact]
    public void A_choice_without_answers_is_said() =>
        Assert.Contains(FormChecks.Of(With(q => q with { Options = [], Routes = [] })), f => f.Where == "qfirst" && f.Says.Contains("fewer than two answers", StringComparison.Ordinal));

    [Fact]
    public void Two_questions_alike_are_said() =>
        Assert.Contains("Two questions say", Only(EditForm.ChangeQuestion(Small, Small.Find("qlast")! with { Label = "how does it HELP?" })), StringComparison.Ordinal);

    [Fact]
    public void A_question_nobody_reaches_is_said()
    {
        var faults = FormChecks.Of(With(q => q with { Routes = [new("", "qlast")] }));
        Assert.Contains(faults, f => f.Where == "qhow" && f.Says.StartsWith("No answer leads to", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Where == "xout");
    }

    [Fact]
    public void An_empty_section_a_file_and_missing_words_are_said()
    {
        var form = EditForm.AddSection(Small with { Readers = "", Takes = " ", Audience = Audience.Anyone }, "Empty");
        form = EditForm.AddQuestion(form, "stwo", new("qfile", QuestionKind.File, "Something to show?"));
        var says = FormChecks.Of(form).Select(f => f.Says).ToList();
        Assert.Contains(says, s => s.Contains("“Empty” has no question", StringComparison.Ordinal));
        Assert.Contains(says, s => s.Contains("A form that anyone may answer takes none", StringComparison.Ordinal));
        Assert.Contains("Nothing says who reads the answers.", says);
        Assert.Contains("Nothing says how long it takes.", says);
    }

    [Theory]
    [InlineData("What is your date of birth?")]
    [InlineData("Your DOB")]
    [InlineData("When were you born?")]
    [InlineData("Which school do you go to?")]
    [InlineData("What is your full name?")]
    [InlineData("Surname")]
    [InlineData("What's your name?")]
    public void A_form_for_anyone_asks_nothing_that_says_who_a_child_is(string label)
    {
        var form = Questions.Small();
        form = EditForm.ChangeQuestion(form, form.Find("qlast")! with { Label = label });
        Assert.Contains("who a child is", Only(form), StringComparison.Ordinal);
        Assert.Empty(FormChecks.Of(form with { Audience = Audience.Bodies }));
    }

    [Theory]
    [InlineData("What is it called?")]
    [InlineData("Who helps you? Names are not needed.")]
    [InlineData("How old are you, roughly?")]
    [InlineData("Where do you live? A council area is enough.")]
    public void It_may_ask_for_other_things(string label)
    {
        var form = Questions.Small();
        Assert.Empty(FormChecks.Of(EditForm.ChangeQuestion(form, form.Find("qlast")! with { Label = label })));
    }

    [Fact]
    public void A_form_for_anyone_says_when_help_is_called() => Assert.Contains("must get help", Only(Questions.Small() with { Help = "" }), StringComparison.Ordinal);
}
