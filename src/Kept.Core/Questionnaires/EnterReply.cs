using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Records;

namespace Kept.Core.Questionnaires;

/// <summary>Staff enter what came on paper, by telephone or by e-mail: a reply that is sent at once, with the day it came and who entered it.</summary>
public static class EnterReply
{
    /// <summary>What was entered. <paramref name="Key"/> came with the page, so that pressing twice enters it once.</summary>
    public sealed record Entered(string Key, Channel? Channel, string? CameOn, string? Body, IReadOnlyDictionary<string, Given> Answers, bool AtRisk)
    {
        /// <summary>What was ticked on the paper, or said, about what may be done with it.</summary>
        public bool MayBeUsed { get; init; }

        public bool MayBePublished { get; init; }
    }

    public static (Reply? Reply, IReadOnlyList<(string Field, string Why)> Refusals) Of(Questionnaire questionnaire, FormVersion version, Entered entered, string by, View record, DateOnly today, DateTimeOffset now)
    {
        var refusals = new List<(string, string)>();
        if (entered.Channel is null or Channel.Web) refusals.Add(("Channel", "Choose how it came."));
        var came = Dates.FromIso(entered.CameOn);
        if (came is null) refusals.Add(("CameOn", "Write the day it came."));
        else if (came > today) refusals.Add(("CameOn", "This day is still to come."));
        var body = string.IsNullOrEmpty(entered.Body) ? null : entered.Body;
        if (body is not null && record.Find<Organisation>(body) is null) refusals.Add(("Body", "Choose a body of the record."));
        var walked = Walked.Of(version.Form, entered.Answers, (_, _) => true);
        // Files are not typed in: what came on paper is kept where paper is kept.
        foreach (var question in walked.Asked.Where(q => q.Kind != QuestionKind.File))
            if (CheckAnswer.Of(question, entered.Answers.GetValueOrDefault(question.Id) ?? new([]), record, today) is { } wrong && !entered.AtRisk) refusals.Add((question.Id, wrong));
        if (walked.Exit is { } exit) refusals.Add(("", $"These answers lead to the exit page “{exit.Title}”, so there is nothing to enter."));
        var words = RiskWords.AreIn(version.Form, entered.Answers);
        return refusals.Count > 0 ? (null, refusals) : (new()
        {
            Id = RandomId.HashOf(entered.Key),
            QuestionnaireId = questionnaire.Id,
            Version = version.Number,
            Body = body,
            Made = now,
            Saved = now,
            Ends = now,
            Answers = entered.Answers,
            AtRisk = entered.AtRisk,
            HasRiskWords = words,
            IsSafeguarded = entered.AtRisk || words,
            MayBeUsed = entered.MayBeUsed && version.Form.Audience == Audience.Anyone,
            MayBePublished = entered.MayBePublished && version.Form.Audience == Audience.Anyone,
            Sent = now,
            Reference = RandomId.Reference(),
            Channel = entered.Channel!.Value,
            CameOn = came,
            EnteredBy = by,
        }, []);
    }
}
