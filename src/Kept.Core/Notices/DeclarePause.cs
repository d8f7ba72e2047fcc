using Kept.Core.Foundation;

namespace Kept.Core.Notices;

/// <summary>Says from when to when which notices are held back.</summary>
public static class DeclarePause
{
    private const int Longest = 366;
    private const int LongestSentence = 300;

    /// <summary>What was asked for, as it was typed.</summary>
    public sealed record Asked(string? From, string? To, IReadOnlyCollection<string> Kinds, string? Sentence);

    public static (Pause? Pause, IReadOnlyList<(string Field, string Why)> Refusals) Of(Asked asked, string by, DateTimeOffset now)
    {
        var refusals = new List<(string Field, string Why)>();
        var today = LondonClock.DayOf(now);
        var days = TypedDays.Read(asked.From, asked.To, today, Longest, refusals);
        if (days is { } d && d.End < today) refusals.Add(("To", "That is over already. Give a last day that is still to come."));
        var (digests, reminders) = (asked.Kinds.Contains("digests", StringComparer.Ordinal), asked.Kinds.Contains("reminders", StringComparer.Ordinal));
        if (!digests && !reminders) refusals.Add(("Kinds", "Choose at least one kind of notice to hold back."));
        var sentence = asked.Sentence?.Trim() ?? "";
        if (sentence.Length == 0) refusals.Add(("Sentence", "Write a sentence that tells readers why."));
        if (sentence.Length > LongestSentence) refusals.Add(("Sentence", $"The sentence has {sentence.Length} letters. Write up to {LongestSentence}."));
        return refusals.Count > 0 ? (null, refusals)
            : (new() { From = days!.Value.Start, To = days.Value.End, Digests = digests, Reminders = reminders, Sentence = sentence, MadeBy = by, Made = now }, []);
    }
}
