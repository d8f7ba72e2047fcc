using Kept.Core.Accounts;
using Kept.Core.Questionnaires;
using Kept.Core.Records;
using Kept.Core.Tests.Records;
using Kept.Testing;

namespace Kept.Core.Tests.Questionnaires;

public sealed class ReplyTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 23);
    private readonly Register _register = Register.Open(new MemoryStore(), TestClock.At(2026, 11, 23));
    private readonly Questionnaire _live = new() { Id = "q", Title = "t", State = QuestionnaireState.Live, Version = 1, Made = Now, MadeBy = "x" };

    private Refusal? Send(Reply reply, Form form, DateTimeOffset? at = null) => SendReply.Send(reply, form, _live, new View(_register.Snapshot, Today), Today, at ?? Now).Why is { } why ? new(why.What) : null;

    private sealed record Refusal(string What);

    private Reply Begun(Form form, params (string Question, string[] Values)[] answers)
    {
        var reply = BeginReply.Anybody(_live, form with { Audience = Audience.Anyone }, Now).Reply!;
        foreach (var (question, values) in answers) SaveAnswer.Of(reply, form, question, new(values), Now);
        return reply;
    }

    [Fact]
    public void Sent_twice_it_is_sent_once_with_one_reference()
    {
        var form = Questions.Small();
        var reply = Begun(form, ("qfirst", ["No"]), ("qlast", []));
        Assert.Null(Send(reply, form));
        var (reference, sent) = (reply.Reference, reply.Sent);
        Assert.Null(Send(reply, form, Now.AddHours(1)));
        Assert.Equal((reference, sent), (reply.Reference, reply.Sent));
        Assert.False(SaveAnswer.Of(reply, form, "qlast", new(["later"]), Now));
    }

    [Fact]
    public void It_is_not_sent_while_a_question_on_the_way_stands_open()
    {
        var form = Questions.Small();
        Assert.NotNull(Send(Begun(form, ("qfirst", ["Yes"]), ("qlast", [])), form));
        Assert.NotNull(Send(Begun(form, ("qfirst", ["Not for me"])), form));
    }

    [Fact]
    public void Who_says_that_somebody_is_at_risk_is_not_kept_waiting()
    {
        var form = Questions.Small();
        var reply = Begun(form);
        SaveAnswer.Risk(reply, form, true, Now);
        _live.State = QuestionnaireState.Closed;
        Assert.Null(Send(reply, form));
        Assert.True(reply.IsSafeguarded);
    }

    [Fact]
    public void Only_a_form_for_anyone_asks_for_risk()
    {
        var form = Questions.Small(Audience.Bodies);
        var reply = Begun(form);
        SaveAnswer.Risk(reply, form, true, Now);
        Assert.False(reply.AtRisk);
    }

    [Fact]
    public void A_closed_form_takes_no_reply_and_keeps_what_was_typed()
    {
        var form = Questions.Small();
        var reply = Begun(form, ("qfirst", ["No"]));
        _live.State = QuestionnaireState.Closed;
        Assert.True(SaveAnswer.Of(reply, form, "qlast", new(["still"]), Now));
        Assert.NotNull(Send(reply, form));
        Assert.Equal("still", Assert.Single(reply.Answers["qlast"].Values));
        Assert.Null(BeginReply.Anybody(_live, form, Now).Reply);
    }

    [Fact]
    public void Thirty_days_after_it_was_last_saved_it_ends()
    {
        var form = Questions.Small();
        var reply = Begun(form);
        SaveAnswer.Of(reply, form, "qfirst", new(["No"]), Now.AddDays(20));
        Assert.True(reply.IsOpen(Now.AddDays(49)));
        Assert.False(reply.IsOpen(Now.AddDays(50)));
        Assert.False(SaveAnswer.Of(reply, form, "qlast", new(["late"]), Now.AddDays(50)));
    }

    [Fact]
    public void A_reply_to_a_form_for_anyone_says_nothing_of_who_it_is_from()
    {
        var reply = Begun(Questions.Small());
        Assert.Equal((null, null, null, null), (reply.AccountId, reply.Body, reply.Word, reply.InvitedEmail));
    }

    [Fact]
    public void A_body_is_answered_for_by_those_who_write_for_it()
    {
        var form = Questions.Small(Audience.Bodies);
        var person = new Person("a", "Ann", "a@example.org", [new(Role.Contributor, "celcis")]);
        var (reply, word, _) = BeginReply.ForBody(_live, form, person, "celcis", Now);
        Assert.Equal(("celcis", "a", word), (reply!.Body, reply.AccountId, reply.Word));
        Assert.NotNull(BeginReply.ForBody(_live, form, person, "scottish-government", Now).Why);
        Assert.NotNull(BeginReply.ForBody(_live, form, new("b", "Ben", "b@example.org", [new(Role.Editor)]), "celcis", Now).Why);
        Assert.NotNull(BeginReply.Anybody(_live, form, Now).Why);
    }

    [Fact]
    public void An_answer_on_a_way_that_was_left_does_not_count()
    {
        var form = Questions.Small();
        var reply = Begun(form, ("qfirst", ["Yes"]), ("qhow", ["It did"]), ("qlast", []), ("qfirst", ["No"]));
        Assert.Equal(["qfirst", "qlast"], SendReply.Counted(reply, form).Select(c => c.Question.Id));
    }

    [Fact]
    public void Last_time_is_about_the_same_actions_and_the_newest_counts()
    {
        var form = new Form { Title = "t", Sections = [new("s", "s") { Questions = [new("qa", QuestionKind.Actions, "Which?"), new("qt", QuestionKind.LongText, "What?")] }] };
        Reply[] sent = [Said(["one"], "first", 1), Said(["one"], "second", 2), Said(["two"], "other", 3), Said(["one"], "", 4)];
        var now = new Dictionary<string, Given>(StringComparer.Ordinal) { ["qa"] = new(["one"]) };
        Assert.Equal("second", LastAnswers.Of(form, form.Find("qt")!, now, sent)!.Given.Values.Single());
        Assert.Null(LastAnswers.Of(form, form.Find("qt")!, new Dictionary<string, Given>(StringComparer.Ordinal) { ["qa"] = new(["three"]) }, sent));

        static Reply Said(string[] actions, string text, int day) => new()
        {
            Id = $"{day}",
            QuestionnaireId = "q",
            Made = Now,
            Saved = Now,
            Ends = Now,
            Sent = Now.AddDays(day),
            Answers = new Dictionary<string, Given>(StringComparer.Ordinal) { ["qa"] = new(actions), ["qt"] = Given.Of([text]) },
        };
    }

    public void Dispose() => _register.Dispose();
}
