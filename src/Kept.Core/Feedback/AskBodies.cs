using Kept.Core.Accounts;
using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Feedback;

/// <summary>
/// Asks bodies how something stands, in the open: the record says who was asked and until when. Only this makes "no answer" true.
/// </summary>
public static class AskBodies
{
    /// <summary>The shortest time a body is given, in days.</summary>
    public const int LeastDays = 14;

    /// <summary>The record a form with this key makes: sent twice, it is one.</summary>
    public static RecordKey RequestOf(string key) => new(RecordKinds.NameOf<UpdateRequest>(), "request-" + RandomId.HashOf(key)[..12].ToLowerInvariant());

    /// <summary>What to append, or what is wrong, field by field.</summary>
    public static (Change? Change, Act? Act, IReadOnlyList<(string Field, string Why)> Refusals) Of(string key, string? about, IReadOnlyList<string> bodies, string? answerBy, string? why, View record, Person by, DateOnly today)
    {
        var wrong = new List<(string, string)>();
        if (!by.May(Power.Moderate)) wrong.Add(("", "Only an editor asks bodies."));
        if (!RecordKey.TryParse(about, out var subject) || record.InForce(subject)?.Body is not (Commitment or PlanAction or Milestone)) wrong.Add(("About", "Choose a commitment, an action or a milestone."));
        if (bodies.Count == 0) wrong.Add(("Bodies", "Choose whom to ask."));
        else if (bodies.Any(b => record.Find<Organisation>(b) is null)) wrong.Add(("Bodies", "Choose from the bodies in the list."));
        var due = string.IsNullOrWhiteSpace(answerBy) ? null : When.Parse(answerBy, today, out _)?.End;
        if (due is null) wrong.Add(("AnswerBy", "Write the last day for an answer, such as 31 March 2027."));
        else if (due < today.AddDays(LeastDays)) wrong.Add(("AnswerBy", "Give them two weeks at least."));
        if (string.IsNullOrWhiteSpace(why)) wrong.Add(("Why", "Say why you ask. Everybody can read it."));
        if (wrong.Count > 0) return (null, null, wrong);
        var asked = bodies.SelectMany(record.MembersOf).Distinct(StringComparer.Ordinal).ToList();
        var request = new UpdateRequest { Of = about!, Bodies = asked, AnswerBy = due!.Value };
        return (Change.Of(Write.Set(RequestOf(key).Id, today, request, 0)), by.Act(why!.Trim(), PublishContribution.Via), []);
    }
}
