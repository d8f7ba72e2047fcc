using Kept.Core.Evidence;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Content;

/// <summary>What only the whole pack can show: records stated twice, references to nothing, lines beyond a source's end.</summary>
internal sealed class PackChecks
{
    private static readonly string Actions = RecordKinds.NameOf<PlanAction>();
    private readonly IReadOnlyList<PackDraft> _drafts;
    private readonly IReadOnlyList<PackRecord> _records;
    private readonly IReadOnlySet<string> _doubtful;
    private readonly Problems _problems;
    private readonly ILookup<RecordKey, PackRecord> _byKey;
    private readonly HashSet<RecordKey> _keys;
    private readonly Dictionary<string, string[]> _idsByKind;
    private readonly HashSet<string> _steps;
    private readonly HashSet<string> _requirements;

    /// <param name="doubtful">Kinds whose records could not all be read.</param>
    public PackChecks(IReadOnlyList<PackDraft> drafts, IReadOnlyList<PackRecord> records, IReadOnlySet<string> doubtful, Problems problems)
    {
        (_drafts, _records, _doubtful, _problems) = (drafts, records, doubtful, problems);
        _byKey = records.ToLookup(r => r.Key);
        var actions = records.Select(r => r.Body).OfType<PlanAction>().ToList();
        _steps = actions.SelectMany(a => a.NextSteps).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        _requirements = actions.SelectMany(a => a.Requirements).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        _keys = drafts.Select(d => d.Key).ToHashSet();
        _idsByKind = _keys.GroupBy(k => k.Kind, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(k => k.Id).ToArray(), StringComparer.Ordinal);
    }

    public void Run(Binder binder, PackManifest? manifest)
    {
        if (_drafts.Count == 0 && _problems.Errors.Count == 0) _problems.Error(new(PackFolder.ManifestName, 1), "the pack holds no records", "folders of records beside pack.yaml");
        foreach (var record in _drafts.GroupBy(d => d.Key)) Versions([.. record]);
        OtherIds();
        var drafts = _drafts.ToLookup(d => (d.Key, d.At));
        foreach (var record in _records) References(record, drafts[(record.Key, new(record.File, record.Line))].First());
        foreach (var (cite, at) in binder.Cites) Cited((string)cite["id"]!, [.. Numbers(cite["lines"]), .. Numbers(cite["also"])], at);
        if (manifest is not null) Manifest(manifest);
    }

    private static IEnumerable<int> Numbers(System.Text.Json.Nodes.JsonNode? array) => array is null ? [] : array.AsArray().Select(n => (int)n!);

    private void Versions(IReadOnlyList<PackDraft> versions)
    {
        foreach (var (earlier, later) in versions.Zip(versions.Skip(1)))
        {
            var (before, after) = (earlier.Map.TextOf(TableShape.Effective), later.Map.TextOf(TableShape.Effective));
            if (before == after || earlier.At.File != later.At.File)
                _problems.Error(later.At, $"{later.Key} is stated again; it already stands at {earlier.At}", "each record in one place, and each date once");
            else if (string.CompareOrdinal(before, after) > 0)
                _problems.Error(later.At, $"{later.Key}: the version effective {after} comes after the one effective {before}", "versions in the order of their dates");
        }
    }

    private void OtherIds()
    {
        var owners = new Dictionary<RecordKey, PackRecord>();
        foreach (var record in _records)
            foreach (var other in record.Body.OtherIds().Select(id => record.Key with { Id = id }))
            {
                var taken = owners.GetValueOrDefault(other) ?? _byKey[other].FirstOrDefault();
                if (taken is not null && taken.Key != record.Key)
                    _problems.Error(new(record.File, record.Line), $"{record.Key} is also known as \"{other.Id}\", which is taken at {taken.File}:{taken.Line}", "an id that no other record has or had");
                else owners[other] = record;
            }
    }

    private void References(PackRecord record, PackDraft draft)
    {
        if (record.Body is Statement { About: var about } && !IsKey(about))
        {
            _problems.Error(Find(draft.Map, about) ?? draft.At, $"\"{about}\" names no record", "kind/id, such as action/support");
            return;
        }
        if (record.Body is Milestone milestone)
        {
            foreach (var of in milestone.AlsoOf.Append(milestone.Of).OfType<string>().Where(of => !Exists(RecordKey.Of<Commitment>(of)) && !Exists(RecordKey.Of<Output>(of))))
                Missing(draft, "commitment or output", of, [.. Ids<Commitment>(), .. Ids<Output>()], "the id of a commitment or an output");
            if (milestone.OfStep is { } step && !_doubtful.Contains(Actions) && !_steps.Contains(step)) Missing(draft, "next step", step, _steps, "the id of a next step of an action");
        }
        if (record.Body is Commitment commitment)
            foreach (var key in commitment.Printed.SelectMany(p => p.Who.Select(RecordKey.Of<Organisation>).Append(RecordKey.Of<PlanAction>(p.Action)))) Reference(record, draft, key);
        if (record.Body is Outcome { Requirement: { } requirement } && !_doubtful.Contains(Actions) && !_requirements.Contains(requirement))
            Missing(draft, "requirement", requirement, _requirements, "the id of a requirement of an action");
        var keys = record.Body is Milestone restating ? restating.References().Where(k => Exists(k) || k.Kind is not ("commitment" or "output")) : record.Body.References();
        foreach (var key in keys.Distinct()) Reference(record, draft, key);
    }

    private void Missing(PackDraft draft, string what, string id, IReadOnlyCollection<string> known, string expected) =>
        _problems.Error(Find(draft.Map, id) ?? draft.At, $"there is no {what} \"{id}\" in the pack", Nearest.Hint(id, known, expected));

    private string[] Ids<T>() where T : RecordBody => _idsByKind.GetValueOrDefault(RecordKinds.NameOf<T>()) ?? [];

    private static bool IsKey(string text) => text.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && slash < text.Length - 1;

    private bool Exists(RecordKey key) => _doubtful.Contains(key.Kind) || _keys.Contains(key);

    private void Reference(PackRecord record, PackDraft draft, RecordKey key)
    {
        if (!Exists(key) && key.Kind != RecordKinds.NameOf<Source>())
            Missing(draft, key.Kind, key.Id, _idsByKind.GetValueOrDefault(key.Kind) ?? [], $"the id of a record in {PackLayout.FolderOf(key.Kind)}/");
        else if (_byKey[key].Any() && _byKey[key].Min(r => r.Effective) is var from && from > record.Effective)
            _problems.Error(Find(draft.Map, key.Id) ?? draft.At, $"{record.Key} names {key} on {record.Effective:yyyy-MM-dd}, when it is not yet in force", $"an effective date on or after {from:yyyy-MM-dd}, or an earlier one for {key}");
    }

    private void Cited(string source, IReadOnlyList<int> lines, Spot at)
    {
        if (!Exists(RecordKey.Of<Source>(source)))
        {
            _problems.Error(at, $"there is no source \"{source}\" in the pack", Nearest.Hint(source, Ids<Source>(), "the id of a record in sources/"));
            return;
        }
        var longest = _byKey[RecordKey.Of<Source>(source)].Select(r => ((Source)r.Body).Lines).FirstOrDefault();
        if (lines.Count > 0 && longest is { } count && lines.Max() > count)
            _problems.Error(at, $"line {lines.Max()} is beyond the end of {source}", $"a line from 1 to {count}");
    }

    private void Manifest(PackManifest manifest)
    {
        if (!Exists(RecordKey.Of<TheProgramme>(manifest.Programme)))
            _problems.Error(new(PackFolder.ManifestName, 1), $"there is no programme \"{manifest.Programme}\" in the pack", "the id of the record in programmes/");
        foreach (var source in manifest.Sources.Where(s => !Exists(RecordKey.Of<Source>(s))))
            _problems.Error(new(PackFolder.ManifestName, 1), $"there is no source \"{source}\" in the pack", "ids of records in sources/");
    }

    // The line on which a record writes a text, to point at the word and not at the record.
    private static Spot? Find(PackNode node, string text) => node switch
    {
        PackText t => t.Text == text || t.Text.StartsWith(text + " ", StringComparison.Ordinal) || t.Text.EndsWith("/" + text, StringComparison.Ordinal) ? t.At : null,
        PackList l => l.Items.Select(i => Find(i, text)).FirstOrDefault(s => s is not null),
        PackMap m => m.Fields.Select(f => Find(f.Value, text)).FirstOrDefault(s => s is not null),
        _ => null,
    };
}
