using Kept.Core.Feedback;
using Kept.Core.Questionnaires;
using Kept.Core.Records;
using Kept.Web.Features.Evidence;
using Kept.Web.Features.Questionnaires;

namespace Kept.Web.Features.Feedback.Sent;

/// <summary>One dated line of what became of something that was sent: of a contribution, or of a reply that goes to no queue.</summary>
public sealed record StepLine(string What, DateTimeOffset At, string? Words, string? Href, string HrefWords)
{
    /// <summary>Whether it leads away from this site.</summary>
    public bool LeadsAway => Href?.StartsWith('/') == false;

    public static StepLine Of(ContributionStep step, View record) => step.What == StepKind.Used
        ? Used(step.At, step.Link) with { Words = step.Words }
        : new(StateWords.Of(step.What), step.At, step.Words, step.Link is { } key ? RecordPage.Of(record, RecordKey.Parse(key))?.Url : null, "See it in the record");

    public static StepLine Of(ReplyStep step) => step.What switch
    {
        ReplyDeed.Read => new("Read", step.At, null, null, ""),
        ReplyDeed.Used => Used(step.At, step.Link),
        ReplyDeed.Agreed => new(step.By == ChangeAgreement.Sender ? "What may be done with it was changed" : "What may be done with it was changed by staff, who were asked to", step.At, QuestionnaireWords.Agreed(step.MayBeUsed == true, step.MayBePublished == true), null, ""),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>When a reply that goes to no queue came.</summary>
    public static StepLine Received(DateTimeOffset at) => new(StateWords.Of(StepKind.Sent), at, null, null, "");

    private static StepLine Used(DateTimeOffset at, string? address) => new(StateWords.Of(StepKind.Used), at, null, address, $"See in what: {address}");
}
