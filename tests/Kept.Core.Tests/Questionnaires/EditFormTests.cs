using FsCheck.Fluent;
using Kept.Core.Questionnaires;
using Kept.Core.Tests.Foundation;
using Kept.Testing;

namespace Kept.Core.Tests.Questionnaires;

public sealed class EditFormTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static string Order(Form form) => string.Join(' ', form.Sections.Select(s => $"{s.Id}[{string.Join(',', s.Questions.Select(q => q.Id))}]"));

    [Fact]
    public void A_question_moves_within_its_section_and_over_its_edge()
    {
        var form = Questions.Small();
        Assert.Equal("sone[qhow,qfirst] stwo[qlast]", Order(EditForm.MoveQuestion(form, "qhow", up: true)));
        Assert.Equal("sone[qfirst] stwo[qhow,qlast]", Order(EditForm.MoveQuestion(form, "qhow", up: false)));
        Assert.Equal("sone[qfirst,qhow,qlast] stwo[]", Order(EditForm.MoveQuestion(form, "qlast", up: true)));
        Assert.Equal(Order(form), Order(EditForm.MoveQuestion(form, "qlast", up: false)));
        Assert.Equal("stwo[qlast] sone[qfirst,qhow]", Order(EditForm.MoveSection(form, "stwo", up: true)));
    }

    [Fact]
    public void Moving_loses_and_doubles_no_question() =>
        Prop.ForAll(Arb.From(from form in AnyForm.Forms from at in Gen.Choose(0, 9) from up in Gen.Elements(true, false) select (form, at, up)), any =>
            Assert.Equal(any.form.Questions.Select(q => q.Id).Order(StringComparer.Ordinal), EditForm.MoveQuestion(any.form, $"q{any.at}", any.up).Questions.Select(q => q.Id).Order(StringComparer.Ordinal))).Holds(300);

    [Fact]
    public void Who_did_not_see_the_last_change_does_not_write_over_it()
    {
        var questionnaire = Questionnaire.Of(Questions.Small(), "ann", Now);
        Assert.Null(questionnaire.Change(null, 0, f => f with { Title = "Hers" }));
        Assert.NotNull(questionnaire.Change(null, 0, f => f with { Title = "His" }));
        Assert.Equal("Hers", questionnaire.Title);
    }

    [Fact]
    public void A_change_of_a_live_form_makes_a_draft_beside_it()
    {
        var questionnaire = Questionnaire.Of(Questions.Small(Audience.Bodies), "ann", Now);
        var first = GoLive.Of(questionnaire, questionnaire.Draft!, [], "ann", Now).Version!;
        Assert.Null(questionnaire.Draft);
        questionnaire.Change(first.Form, questionnaire.Revision, f => f with { Title = "Another" });
        Assert.Equal((1, "How it is", "Another"), (questionnaire.Version, first.Form.Title, questionnaire.Draft!.Title));
        Assert.Equal(2, GoLive.Of(questionnaire, questionnaire.Draft, [], "ann", Now).Version!.Number);
        GoLive.Close(questionnaire, Now);
        Assert.Equal((true, null), (GoLive.Of(questionnaire, first.Form, [], "ann", Now) is var (done, version, _) && done, version));
    }

    [Fact]
    public void A_form_for_anyone_stays_shut_while_nobody_stands_by()
    {
        var questionnaire = Questionnaire.Of(Questions.Small(), "ann", Now);
        var (done, version, faults) = GoLive.Of(questionnaire, questionnaire.Draft!, ["No safeguarding reviewer is named."], "ann", Now);
        Assert.False(done);
        Assert.Null(version);
        Assert.Equal(QuestionnaireState.Draft, questionnaire.State);
        Assert.Equal("No safeguarding reviewer is named.", Assert.Single(faults).Says);
    }
}
