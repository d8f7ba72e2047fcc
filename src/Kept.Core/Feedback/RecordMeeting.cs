using Kept.Core.Accounts;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Feedback;

/// <summary>Writes down a meeting, or changes what was written.</summary>
public static class RecordMeeting
{
    private const int MostWords = 20_000;

    /// <summary>What was typed. Bodies are named one a line, as people call them.</summary>
    public sealed record Asked(string FormKey, string? Day, string? Bodies, IReadOnlyList<string> Contacts, IReadOnlyList<string> Actions, string? Attended, string? HappensNow, string? IsPlanned, string? GetsInTheWay, IReadOnlyList<NextStepTaken> NextSteps);

    /// <summary>The meeting, or what is wrong, field by field.</summary>
    public static (Meeting? Made, IReadOnlyList<(string Field, string Why)> Refusals) Of(Asked asked, View record, Person by, DateTimeOffset now)
    {
        var wrong = new List<(string, string)>();
        if (!by.May(Power.RecordMeetings)) wrong.Add(("", "Only staff record meetings."));
        var today = LondonClock.DayOf(now);
        var read = When.Parse(asked.Day, today, out _);
        var day = read?.Start ?? read?.End;
        if (day is null || read!.End != day) wrong.Add(("Day", "Write the day of the meeting, such as 3 November 2026."));
        else if (day > today) wrong.Add(("Day", "That day has not come yet."));
        var bodies = new List<string>();
        var named = BodyNames.Of(record);
        foreach (var line in (asked.Bodies ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (named.Find(line) is { } body) bodies.Add(body);
            else wrong.Add(("Bodies", $"The record holds no body called “{line}”.{(named.Nearest(line) is { } near ? $" Did you mean {near}?" : "")}"));
        if (bodies.Count == 0 && asked.Contacts.Count == 0 && wrong.TrueForAll(w => w.Item1 != "Bodies")) wrong.Add(("Bodies", "Say whom you met."));
        if (asked.Actions.Any(a => record.Find<PlanAction>(a) is null)) wrong.Add(("Actions", "Choose from the actions in the list."));
        foreach (var (field, text) in new[] { ("HappensNow", asked.HappensNow), ("IsPlanned", asked.IsPlanned), ("GetsInTheWay", asked.GetsInTheWay), ("Attended", asked.Attended) })
            if (text?.Length > MostWords) wrong.Add((field, "This is longer than 20,000 letters. Put the rest into a second record."));
        if (new[] { asked.HappensNow, asked.IsPlanned, asked.GetsInTheWay }.All(string.IsNullOrWhiteSpace)) wrong.Add(("HappensNow", "Write down what was said, under one of the three headings at least."));
        for (var i = 0; i < asked.NextSteps.Count; i++)
            if (string.IsNullOrWhiteSpace(asked.NextSteps[i].What)) wrong.Add(($"NextSteps[{i}].What", "Say what is to be done."));
        return wrong.Count > 0 ? (null, wrong) : (new Meeting
        {
            FormKey = asked.FormKey,
            Day = day!.Value,
            Bodies = [.. bodies.Distinct(StringComparer.Ordinal)],
            Contacts = [.. asked.Contacts],
            Actions = [.. asked.Actions],
            Attended = asked.Attended,
            HappensNow = asked.HappensNow,
            IsPlanned = asked.IsPlanned,
            GetsInTheWay = asked.GetsInTheWay,
            NextSteps = [.. asked.NextSteps],
            RecordedBy = by.Id,
            Made = now,
        }, []);
    }

    /// <summary>Whether two say the same of the same meeting.</summary>
    public static bool IsSame(Meeting one, Meeting other) =>
        (one.Day, one.Attended, one.HappensNow, one.IsPlanned, one.GetsInTheWay) == (other.Day, other.Attended, other.HappensNow, other.IsPlanned, other.GetsInTheWay)
        && one.Bodies.SequenceEqual(other.Bodies, StringComparer.Ordinal) && one.Contacts.SequenceEqual(other.Contacts, StringComparer.Ordinal)
        && one.Actions.SequenceEqual(other.Actions, StringComparer.Ordinal) && one.NextSteps.SequenceEqual(other.NextSteps);

    /// <summary>Puts the words of one over those of another, which keeps its own beginning.</summary>
    public static void Over(Meeting there, Meeting made)
    {
        (there.Day, there.Bodies, there.Contacts, there.Actions) = (made.Day, made.Bodies, made.Contacts, made.Actions);
        (there.Attended, there.HappensNow, there.IsPlanned, there.GetsInTheWay, there.NextSteps) = (made.Attended, made.HappensNow, made.IsPlanned, made.GetsInTheWay, made.NextSteps);
        there.Version++;
    }
}
