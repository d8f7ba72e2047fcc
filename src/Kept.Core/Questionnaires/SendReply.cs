using Kept.Core.Foundation;
using Kept.Core.Records;

namespace Kept.Core.Questionnaires;

/// <summary>Sends a reply: once, however often it is asked for. From here on it is the programme's to read and to answer.</summary>
public static class SendReply
{
    /// <summary>The reference it goes by, or why it cannot be sent. One that was sent keeps its reference.</summary>
    public static (string? Reference, Refusal? Why) Send(Reply reply, Form form, Questionnaire questionnaire, View record, DateOnly today, DateTimeOffset now)
    {
        if (reply.Sent is not null) return (reply.Reference, null);
        if (!reply.IsOpen(now)) return (null, new("This link has ended.", null, "Begin again."));
        // Who says that somebody is at risk is not kept waiting by a question left out, nor by a form that has closed.
        if (!reply.AtRisk)
        {
            if (questionnaire.State != QuestionnaireState.Live) return (null, new("This questionnaire is closed.", "What you wrote is kept until its link ends.", "Nothing was sent."));
            if (!Walk(reply, form, record, today).IsWhole) return (null, new("Some questions still need an answer.", "Everything you wrote is kept.", "Answer them, then send."));
        }
        // Words only make people look sooner. They change nothing for whoever wrote them, who is not told.
        reply.HasRiskWords = RiskWords.AreIn(form, reply.Answers);
        (reply.Sent, reply.Reference, reply.IsSafeguarded, reply.Word) = (now, RandomId.Reference(), reply.AtRisk || reply.HasRiskWords, null);
        reply.Revision++;
        return (reply.Reference, null);
    }

    /// <summary>The way its answers lead through the version it is bound to.</summary>
    public static Walked Walk(Reply reply, Form form, View record, DateOnly today) =>
        Walked.Of(form, reply.Answers, (question, given) => CheckAnswer.Of(question, given, record, today) is null);

    /// <summary>The answers that count: those to questions on the way. What was answered before another answer led elsewhere is no part of it.</summary>
    public static IReadOnlyList<(FormQuestion Question, Given Given)> Counted(Reply reply, Form form)
    {
        var asked = Walked.Of(form, reply.Answers, (_, _) => true).Asked;
        return [.. asked.Select(q => (q, reply.Answers.GetValueOrDefault(q.Id) ?? new Given([])))];
    }
}
