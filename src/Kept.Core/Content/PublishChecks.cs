using Kept.Core.Evidence;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Content;

/// <summary>What only the record as it would stand can show: references to nothing, ids that are taken, records still named by others.</summary>
internal sealed class PublishChecks(Snapshot now, Snapshot next, Problems problems)
{
    private const int MostNamed = 3;

    public void Run(IReadOnlyList<PlannedWrite> planned, Binder binder)
    {
        var references = new ReferenceChecks(new StandingRecords(next), problems);
        foreach (var (statement, write, _) in planned)
        {
            if (write.Kind == EntryKind.Delete) StillNamed(statement);
            if (write.Body is not { } body) continue;
            Ids(statement, body);
            references.Check(write.Record, write.Effective, body, statement.Set!, statement.At);
        }
        foreach (var (cite, at) in binder.Cites) references.Cited((string)cite["id"]!, PackChecks.Numbers(cite), at);
    }

    private void Ids(PublishStatement statement, RecordBody body)
    {
        if (now.Newest(statement.Key) is null && now.Redirect(statement.Key) is { } owner && owner != statement.Key)
            problems.Error(statement.At, $"\"{statement.Key.Id}\" is an id of {owner}", "an id that no other record has or had");
        foreach (var other in body.OtherIds().Select(id => statement.Key with { Id = id }).Where(k => k != statement.Key))
            if (now.Newest(other) is not null || (now.Redirect(other) is { } holder && holder != statement.Key))
                problems.Error(ReferenceChecks.Find(statement.Set!, other.Id) ?? statement.At, $"{statement.Key} is also known as \"{other.Id}\", which another record has or had", "an id that no other record has or had");
    }

    // A record that others name on that day or later cannot go before they let go of it.
    private void StillNamed(PublishStatement statement)
    {
        var naming = next.EverReferring(statement.Key).Where(key => Days(key, statement.Effective).Any(day => Names(key, day, statement.Key))).Order().ToList();
        if (naming.Count == 0) return;
        var others = naming.Count > MostNamed ? $" and {naming.Count - MostNamed} more" : "";
        problems.Error(
            statement.At, $"{statement.Key} is still named by {string.Join(", ", naming.Take(MostNamed))}{others} on {Dates.Long(statement.Effective)} or later",
            "that they name it no more from that day, in this file or before");
    }

    private IEnumerable<DateOnly> Days(RecordKey key, DateOnly from) =>
        LoadPack.Dates(next.Newest(key)).Where(d => d > from).Prepend(from);

    private bool Names(RecordKey key, DateOnly day, RecordKey target) =>
        View.Standing(next.Newest(key), day)?.Body?.References().Contains(target) == true
        && View.Standing(next.Newest(target), day) is { IsDeletion: true };
}

/// <summary>The records of a Register, as references may name them.</summary>
internal sealed class StandingRecords(Snapshot snapshot) : IKnownRecords
{
    private IReadOnlyCollection<string>? _steps;
    private IReadOnlyCollection<string>? _requirements;

    public string Where => "in the record";

    public IReadOnlyCollection<string>? Steps => _steps ??= InActions(a => a.NextSteps.Select(n => n.Id));

    public IReadOnlyCollection<string>? Requirements => _requirements ??= InActions(a => a.Requirements.Select(r => r.Id));

    public bool Exists(RecordKey key) => Standing(key) is not null;

    public DateOnly? From(RecordKey key) => snapshot.Newest(key)?.AndBefore().Where(v => v is { IsStatement: true, IsDeletion: false }).Min(v => (DateOnly?)v.Entry.Effective);

    public bool IsGone(RecordKey key, DateOnly day) => View.Standing(snapshot.Newest(key), day) is { IsDeletion: true };

    public IReadOnlyCollection<string> Ids(string kind) => [.. snapshot.Keys(kind).Select(k => k.Id)];

    public int? LinesOf(string source) => (Standing(RecordKey.Of<Source>(source))?.Body as Source)?.Lines;

    private RecordVersion? Standing(RecordKey key) => snapshot.Newest(key)?.AndBefore().FirstOrDefault(v => v is { IsStatement: true, IsDeletion: false });

    private HashSet<string> InActions(Func<PlanAction, IEnumerable<string>> ids) =>
        snapshot.Keys(RecordKinds.NameOf<PlanAction>()).Select(k => Standing(k)?.Body).OfType<PlanAction>().SelectMany(ids).ToHashSet(StringComparer.Ordinal);
}
