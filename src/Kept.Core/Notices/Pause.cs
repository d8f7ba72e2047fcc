using Kept.Core.Foundation;

namespace Kept.Core.Notices;

/// <summary>Some weeks in which notices of some kinds are held back, such as before an election. What was held goes out afterwards.</summary>
public sealed class Pause
{
    public string Id { get; init; } = RandomId.Next();

    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }

    public bool Digests { get; init; }

    public bool Reminders { get; init; }

    /// <summary>What readers are told.</summary>
    public required string Sentence { get; init; }

    public required string MadeBy { get; init; }

    public required DateTimeOffset Made { get; init; }

    public string? EndedBy { get; set; }

    /// <summary>Since when it no longer holds anything, where somebody ended it before its last day.</summary>
    public DateTimeOffset? Ended { get; set; }

    /// <summary>From the start of its first day to the morning after its last: nothing goes out in the night.</summary>
    public bool IsOn(DateTimeOffset instant) =>
        LondonClock.StartOfDay(From) <= instant && instant < DigestTimes.On(To.AddDays(1)) && !(Ended <= instant);

    public bool Holds(NoticeKind kind, DateTimeOffset instant) =>
        IsOn(instant) && kind switch { NoticeKind.Digest => Digests, NoticeKind.Reminder => Reminders, _ => false };

    public void End(string by, DateTimeOffset now)
    {
        if (Ended is null && now < LondonClock.EndOfDay(To)) (EndedBy, Ended) = (by, now);
    }
}
