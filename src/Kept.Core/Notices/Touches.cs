using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Notices;

/// <summary>What one version of a record is about, as far as it can be followed: what it is, what it names, and what it named before.</summary>
internal static class Touches
{
    internal static IReadOnlySet<Followed> Of(Snapshot snapshot, RecordVersion version)
    {
        var key = version.Entry.Record;
        var change = RecordChange.Of(snapshot.Newest(key)!, version);
        var touched = new HashSet<Followed>();
        Add(snapshot, key, touched);
        foreach (var body in new[] { change.Version.Body, change.Before?.Body })
            foreach (var named in body?.References() ?? [])
                // A place names its neighbours, and that is no news for them.
                if (!(IsPlace(key) && IsPlace(named))) Add(snapshot, named, touched);
        return touched;
    }

    private static void Add(Snapshot snapshot, RecordKey key, HashSet<Followed> touched)
    {
        if (key.Kind == RecordKinds.NameOf<PriorityArea>()) touched.Add(new(FollowedKind.Area, key.Id));
        else if (IsPlace(key)) touched.Add(new(FollowedKind.Place, key.Id));
        else if (key.Kind == RecordKinds.NameOf<PlanAction>())
        {
            touched.Add(new(FollowedKind.Action, key.Id));
            if (LastBody(snapshot, key) is PlanAction action) touched.Add(new(FollowedKind.Area, action.Area));
        }
        else if (key.Kind == RecordKinds.NameOf<Organisation>())
        {
            touched.Add(new(FollowedKind.Body, key.Id));
            if (LastBody(snapshot, key) is Organisation { Place: { } place }) touched.Add(new(FollowedKind.Place, place));
            foreach (var naming in snapshot.EverReferring(key).Where(IsPlace))
                if (LastBody(snapshot, naming) is Place { Organisation: { } council } && council == key.Id) touched.Add(new(FollowedKind.Place, naming.Id));
        }
    }

    private static bool IsPlace(RecordKey key) => key.Kind == RecordKinds.NameOf<Place>();

    private static RecordBody? LastBody(Snapshot snapshot, RecordKey key)
    {
        for (var v = snapshot.Newest(key); v is not null; v = v.Previous)
            if (v.Body is { } body) return body;
        return null;
    }
}
