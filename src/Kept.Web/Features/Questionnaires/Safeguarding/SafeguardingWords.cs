using System.Globalization;
using Kept.Core.Foundation;
using Kept.Core.Questionnaires;

namespace Kept.Web.Features.Questionnaires.Safeguarding;

/// <summary>What was done with a reply, in words that say nothing of what it says.</summary>
public static class SafeguardingWords
{
    public static string Of(SafeguardingStep step) => step.Deed switch
    {
        SafeguardingDeed.PassedOn => "read it with other replies, and passed it on",
        SafeguardingDeed.Looked => "looked at it",
        SafeguardingDeed.Decided => $"decided: {QuestionnaireWords.Of(step.Decision!.Value)}",
        SafeguardingDeed.HandedOver => $"handed it over to: {QuestionnaireWords.Of(step.To!.Value)}",
        SafeguardingDeed.Confirmed => "agreed that nobody is at risk",
        SafeguardingDeed.Erased => $"erased what was written: {Of(step.Because!.Value)}",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    public static string Of(ErasedBecause why) => why switch
    {
        ErasedBecause.TimeIsOver => "the time for which it had to be kept is over",
        ErasedBecause.HeldElsewhere => "those it was handed over to hold it",
        ErasedBecause.AskedFor => "whoever wrote it asked for it",
        ErasedBecause.Mistake => "it was sent by mistake, or to try the form out",
        _ => throw new ArgumentOutOfRangeException(nameof(why)),
    };

    /// <summary>"14:05", in London.</summary>
    public static string TimeOf(DateTimeOffset at) => LondonClock.TimeOf(at).ToString("HH:mm", CultureInfo.InvariantCulture);
}
