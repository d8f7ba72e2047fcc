using System.Text.Json.Nodes;
using Kept.Core.Evidence;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Content;

/// <summary>What only the whole pack can show: records stated twice, references to nothing, lines beyond a source's end.</summary>
internal sealed class PackChecks(IReadOnlyList<PackDraft> drafts, IReadOnlyList<PackRecord> records, IReadOnlySet<string> doubtful, Problems problems)
{
    private readonly PackRecords _known = new(drafts, records, doubtful);

    public void Run(Binder binder, PackManifest? manifest)
    {
        if (drafts.Count == 0 && problems.Errors.Count == 0) problems.Error(new(PackFolder.ManifestName, 1), "the pack holds no records", "folders of records beside pack.yaml");
        foreach (var record in drafts.GroupBy(d => d.Key)) Versions([.. record]);
        OtherIds();
        var references = new ReferenceChecks(_known, problems);
        var byPlace = drafts.ToLookup(d => (d.Key, d.At));
        foreach (var record in records)
        {
            var draft = byPlace[(record.Key, new(record.File, record.Line))].First();
            references.Check(record.Key, record.Effective, record.Body, draft.Map, draft.At);
        }
        foreach (var (cite, at) in binder.Cites) references.Cited((string)cite["id"]!, Numbers(cite), at);
        if (manifest is not null) Manifest(manifest);
    }

    /// <summary>Every line that a citation names.</summary>
    public static IReadOnlyList<int> Numbers(JsonObject cite) =>
        [.. new[] { cite["lines"], cite["also"] }.OfType<JsonArray>().SelectMany(a => a.Select(n => (int)n!))];

    private void Versions(IReadOnlyList<PackDraft> versions)
    {
        foreach (var (earlier, later) in versions.Zip(versions.Skip(1)))
        {
            var (before, after) = (earlier.Map.TextOf(TableShape.Effective), later.Map.TextOf(TableShape.Effective));
            if (before == after || earlier.At.File != later.At.File)
                problems.Error(later.At, $"{later.Key} is stated again; it already stands at {earlier.At}", "each record in one place, and each date once");
            else if (string.CompareOrdinal(before, after) > 0)
                problems.Error(later.At, $"{later.Key}: the version effective {after} comes after the one effective {before}", "versions in the order of their dates");
        }
    }

    private void OtherIds()
    {
        var owners = new Dictionary<RecordKey, PackRecord>();
        foreach (var record in records)
            foreach (var other in record.Body.OtherIds().Select(id => record.Key with { Id = id }))
            {
                var taken = owners.GetValueOrDefault(other) ?? _known.Find(other);
                if (taken is not null && taken.Key != record.Key)
                    problems.Error(new(record.File, record.Line), $"{record.Key} is also known as \"{other.Id}\", which is taken at {taken.File}:{taken.Line}", "an id that no other record has or had");
                else owners[other] = record;
            }
    }

    private void Manifest(PackManifest manifest)
    {
        if (!_known.Exists(RecordKey.Of<TheProgramme>(manifest.Programme)))
            problems.Error(new(PackFolder.ManifestName, 1), $"there is no programme \"{manifest.Programme}\" in the pack", "the id of the record in programmes/");
        foreach (var source in manifest.Sources.Where(s => !_known.Exists(RecordKey.Of<Source>(s))))
            problems.Error(new(PackFolder.ManifestName, 1), $"there is no source \"{source}\" in the pack", "ids of records in sources/");
    }
}

/// <summary>The records of a pack, as references may name them.</summary>
/// <param name="doubtful">Kinds whose records could not all be read: nothing of them is called missing.</param>
internal sealed class PackRecords(IReadOnlyList<PackDraft> drafts, IReadOnlyList<PackRecord> records, IReadOnlySet<string> doubtful) : IKnownRecords
{
    private static readonly string Actions = RecordKinds.NameOf<PlanAction>();
    private readonly ILookup<RecordKey, PackRecord> _byKey = records.ToLookup(r => r.Key);
    private readonly HashSet<RecordKey> _keys = [.. drafts.Select(d => d.Key)];
    private readonly Dictionary<string, string[]> _ids = drafts.Select(d => d.Key).Distinct()
        .GroupBy(k => k.Kind, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(k => k.Id).ToArray(), StringComparer.Ordinal);

    public string Where => "in the pack";

    public IReadOnlyCollection<string>? Steps { get; } = InActions(records, doubtful, a => a.NextSteps.Select(n => n.Id));

    public IReadOnlyCollection<string>? Requirements { get; } = InActions(records, doubtful, a => a.Requirements.Select(r => r.Id));

    public PackRecord? Find(RecordKey key) => _byKey[key].FirstOrDefault();

    public bool Exists(RecordKey key) => doubtful.Contains(key.Kind) || _keys.Contains(key);

    public DateOnly? From(RecordKey key) => _byKey[key].Any() ? _byKey[key].Min(r => r.Effective) : null;

    public bool IsGone(RecordKey key, DateOnly day) => false;

    public IReadOnlyCollection<string> Ids(string kind) => _ids.GetValueOrDefault(kind) ?? [];

    public int? LinesOf(string source) => _byKey[RecordKey.Of<Source>(source)].Select(r => ((Source)r.Body).Lines).FirstOrDefault();

    private static HashSet<string>? InActions(IReadOnlyList<PackRecord> records, IReadOnlySet<string> doubtful, Func<PlanAction, IEnumerable<string>> ids) =>
        doubtful.Contains(Actions) ? null : records.Select(r => r.Body).OfType<PlanAction>().SelectMany(ids).ToHashSet(StringComparer.Ordinal);
}
