using Kept.Core.Records;
using Kept.Web.Features.Evidence;

namespace Kept.Web.Features.Live;

/// <summary>What an event says: the newest entry it tells of, and the records that changed. Words never travel this way.</summary>
public sealed record LiveShape(long Entry, IReadOnlyList<LiveRecord> Records);

/// <summary>A record that changed: the page that shows it, absent where no page does, and its newest version.</summary>
public sealed record LiveRecord(string Kind, string Id, string? Url, int Version)
{
    public static LiveRecord? Of(Snapshot snapshot, RecordKey key)
    {
        if (snapshot.Newest(key) is not { } newest) return null;
        var view = new View(snapshot, DateOnly.MaxValue);
        for (var v = newest; v is not null; v = v.Previous)
            if (v.Body is { } body) return new(key.Kind, key.Id, RecordPage.Of(view, key.Id, body)?.Url, newest.Entry.Version);
        return new(key.Kind, key.Id, null, newest.Entry.Version);
    }
}
