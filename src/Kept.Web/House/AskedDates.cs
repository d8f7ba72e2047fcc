using Kept.Core.Foundation;

namespace Kept.Web.House;

/// <summary>The dates of an address: <c>?at=</c> (as it stood) and <c>?known=</c> (as Kept then knew it).</summary>
/// <param name="At">The date asked for, or today.</param>
/// <param name="Known">The day at whose end the knowledge is cut, if asked for.</param>
/// <param name="KnownUntil">That day's end in London.</param>
/// <param name="Query">The part of a query that keeps both; empty for today.</param>
public sealed record AskedDates(DateOnly Today, DateOnly At, DateOnly? Known, DateTimeOffset? KnownUntil, string Query)
{
    /// <summary>Whether the page shows another date than today, or less than is known today.</summary>
    public bool IsAsked => Query.Length > 0;

    public static AskedDates ForToday(LondonClock clock) => new(clock.Today, clock.Today, null, null, "");

    /// <summary>Reads both; a date that cannot be read, or a future <c>known</c>, is a problem with the right form in it.</summary>
    public static (AskedDates? Dates, Problem? Problem) Read(IQueryCollection query, LondonClock clock)
    {
        if (Bad(query, "at") is { } badAt) return (null, badAt);
        if (Bad(query, "known") is { } badKnown) return (null, badKnown);
        var (at, known) = (Date(query, "at"), Date(query, "known"));
        if (known > clock.Today)
            return (null, Problem.BadRequest(
                "That day has not come yet", "Nobody can know today what Kept will know on a later day.", "known", query["known"].ToString(),
                $"a day up to today, such as {Dates.Iso(clock.Today)}"));
        var kept = new List<string>(2);
        if (at is { } a) kept.Add("at=" + Dates.Iso(a));
        if (known is { } k) kept.Add("known=" + Dates.Iso(k));
        return (new(clock.Today, at ?? known ?? clock.Today, known, known is { } day ? LondonClock.EndOfDay(day).AddMicroseconds(-1) : null, string.Join('&', kept)), null);
    }

    private static Problem? Bad(IQueryCollection query, string name)
    {
        var values = query[name];
        if (values.Count == 0 || (values.Count == 1 && values[0] is { Length: > 0 } && Date(query, name) is not null)) return null;
        if (values.Count == 1 && values[0] is "") return null;
        return Problem.BadRequest(
            "That date cannot be read", $"The address asks for a date that is not one: {name}.", name, values.ToString(),
            "one date, written year-month-day, such as 2021-07-01");
    }

    private static DateOnly? Date(IQueryCollection query, string name) =>
        Dates.FromIso(query[name].ToString());
}
