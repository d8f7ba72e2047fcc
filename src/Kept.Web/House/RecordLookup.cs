using Kept.Core.Foundation;
using Kept.Core.Records;

namespace Kept.Web.House;

/// <summary>A record at the date asked for: found, elsewhere, not yet, gone, or never heard of. Pages and twins answer alike.</summary>
public static class RecordLookup
{
    /// <summary>The record, or what to answer instead. <paramref name="url"/> makes the record's path from its id.</summary>
    public static (Version<T>? Found, IResult? Instead) Find<T>(Reading reading, HttpContext http, string id, Func<string, string> url) where T : RecordBody
    {
        var view = reading.View;
        if (view.Find<T>(id) is { } version)
            return IsAt(http, url(id)) ? (version, null) : (null, Moved(reading, http, url(id)));
        var key = RecordKey.Of<T>(id);
        if (view.Redirect(key) is { } other && other != key) return (null, Moved(reading, http, url(other.Id)));
        var newest = view.Newest(key);
        if (newest is null) return (null, new ProblemResult(Problem.NoSuchPage()));
        return (null, new ProblemResult(Absent(reading, key, url(id))));
    }

    // One address for each record: an action asked for under another plan is sent to its own.
    private static bool IsAt(HttpContext http, string url)
    {
        var path = http.Request.Path.Value ?? "";
        if (DataAddress.Is(http.Request.Path)) path = path[..^Path.GetExtension(path).Length];
        return string.Equals(path, url, StringComparison.OrdinalIgnoreCase);
    }

    private static IResult Moved(Reading reading, HttpContext http, string path)
    {
        var extension = DataAddress.Is(http.Request.Path) ? Path.GetExtension(http.Request.Path.Value!) : "";
        return Results.Redirect(reading.Link(path + extension), permanent: true);
    }

    private static Problem Absent(Reading reading, RecordKey key, string url)
    {
        var view = reading.View;
        var standing = view.InForce(key);
        var history = view.History(key).Where(v => v.IsStatement).ToList();
        if (standing is { IsDeletion: true })
            return new(410, "This record is no more", $"It was taken out with effect from {Dates.Long(standing.Entry.Effective)}. {standing.Why}")
            {
                History = [.. history.Select(Line)],
                Links = history.LastOrDefault(v => !v.IsDeletion) is { } last
                    ? [(Reading.LinkAt(url, last.Entry.Effective), $"See it as it stood on {Dates.Long(last.Entry.Effective)}")] : [],
            };
        if (standing is { IsRedacted: true })
            return new(410, "These words were withdrawn", "What stood here was erased. The entry and its hash are still part of the record.") { History = [.. history.Select(Line)] };
        if (history.Count == 0) return NotKnownYet(view.Newest(key)!, url);
        var from = history.Min(v => v.Entry.Effective);
        return new(404, "Not in force on that date", $"This record is in force from {Dates.Long(from)}; you asked for {Dates.Long(reading.At)}.")
        {
            Links = [(Reading.LinkAt(url, from), $"See it on {Dates.Long(from)}"), (url, "See it today")],
        };
    }

    private static Problem NotKnownYet(RecordVersion newest, string url)
    {
        var first = newest;
        while (first.Previous is { } earlier) first = earlier;
        return new(404, "Kept did not know of this yet", $"This record came into Kept on {Dates.Long(LondonClock.DayOf(first.Entry.Recorded))}.")
        {
            Links = [(url, "See it as it is known today")],
        };
    }

    private static string Line(RecordVersion v) =>
        $"{(v.IsDeletion ? "Taken out" : v.Entry.Version == 1 ? "First recorded" : "Changed")} with effect from {Dates.Long(v.Entry.Effective)} (entry {v.Entry.Number}). {v.Why}";
}
