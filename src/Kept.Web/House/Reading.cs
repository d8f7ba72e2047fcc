using Kept.Core.Records;

namespace Kept.Web.House;

/// <summary>What one request reads: the View at the date it asks for. Every public page is a function of this and its address.</summary>
public sealed class Reading
{
    public Reading(Snapshot snapshot, AskedDates asked) : this(new View(snapshot, asked.At, asked.KnownUntil), asked, snapshot.Number) { }

    private Reading(View view, AskedDates asked, long number) => (View, Asked, Number) = (view, asked, number);

    /// <summary>The number of the Snapshot that is read: never shown, only compared.</summary>
    public long Number { get; }

    public View View { get; }

    public AskedDates Asked { get; }

    /// <summary>A second reading at the same dates, for what stands around a record and is no part of it: its <see cref="View.Entry"/> is its own.</summary>
    public Reading Aside() => new(View.Aside(), Asked, Number);

    public DateOnly At => Asked.At;

    public DateOnly Today => Asked.Today;

    /// <summary>A path of this site with the dates that were asked for, so that a reader stays in the past until they leave it.</summary>
    public string Link(string path)
    {
        if (Asked.Query is "") return path;
        var hash = path.IndexOf('#', StringComparison.Ordinal);
        var (address, fragment) = hash < 0 ? (path, "") : (path[..hash], path[hash..]);
        return address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + Asked.Query + fragment;
    }

    /// <summary>The same path at another date; null for today.</summary>
    public static string LinkAt(string path, DateOnly? at) =>
        at is { } date ? FormattableString.Invariant($"{path}?at={date:yyyy-MM-dd}") : path;
}
