using Kept.Core.Records;

namespace Kept.Core.Content;

/// <summary>Finds the records in a pack's files: tables, lists of records, and one file a record.</summary>
internal sealed class PackDrafts(Problems problems)
{
    private readonly List<(PackDraft Draft, int Sequence)> _drafts = [];

    /// <summary>Every version of every record, in the order of recording.</summary>
    public IReadOnlyList<PackDraft> Read(IReadOnlyList<PackFile> files)
    {
        foreach (var folder in files.GroupBy(f => f.Folder, StringComparer.Ordinal))
        {
            if (PackLayout.KindOf(folder.Key) is not { } kind)
            {
                problems.Error(new(folder.First().Path, 1), $"there is no kind of record \"{folder.Key}\"", Nearest.Hint(folder.Key, PackLayout.Folders, "a folder named " + string.Join(", ", PackLayout.Folders.Order(StringComparer.Ordinal))));
                continue;
            }
            foreach (var draft in new PackTables(kind, problems).Read([.. folder.Where(f => !f.IsYaml)])) Add(draft);
            foreach (var file in folder.Where(f => f.IsYaml).OrderBy(f => f.Stem != folder.Key)) Yaml(kind, file, isList: file.Stem == folder.Key);
        }
        return [.. _drafts.OrderBy(d => PackLayout.RankOf(d.Draft.Key.Kind)).ThenBy(d => d.Draft.Key.Kind, StringComparer.Ordinal).ThenBy(d => d.Sequence).Select(d => d.Draft)];
    }

    private void Yaml(string kind, PackFile file, bool isList)
    {
        if (new YamlTree(file.Path, problems).Read(file.Text) is not { } node) return;
        if (!isList)
        {
            if (node is PackMap map) Record(new(kind, file.Stem), map, Order(map));
            else problems.Error(node.At, "this file holds no record", "the fields of one record, or its versions");
            return;
        }
        if (node is not PackList list)
        {
            problems.Error(node.At, "this file holds no list", "a list of records, each with its id");
            return;
        }
        foreach (var item in list.Items)
        {
            if (item is PackMap map && map.TextOf("id") is { } id) Record(new(kind, id), map.Without("id"), 0);
            else problems.Error(item.At, "this is no record with an id", "- id: ... and the record's fields");
        }
    }

    private void Record(RecordKey key, PackMap map, int order)
    {
        if (map.Find("versions") is not { } versions)
        {
            Add(new(key, map, map.At), order);
            return;
        }
        foreach (var other in map.Fields.Where(f => f != versions))
            problems.Error(other.At, $"\"{other.Name}\" stands beside versions", "the field inside a version");
        if (versions.Value is not PackList { Items.Count: > 0 } list)
        {
            problems.Error(versions.At, "there are no versions", "a list of versions, each with its effective date");
            return;
        }
        PackMap? before = null;
        foreach (var item in list.Items)
        {
            if (item is not PackMap version)
            {
                problems.Error(item.At, "this is no version", "effective: and the fields that it adds or changes");
                continue;
            }
            before = before?.Without("effectiveText").Under(version) ?? version;
            Add(new(key, before, version.At), order);
        }
    }

    // One file a record has no order of its own: the record's "order" gives it.
    private static int Order(PackMap map)
    {
        var first = map.Find("versions")?.Value is PackList { Items: [PackMap version, ..] } ? version : map;
        return int.TryParse(first.TextOf("order"), System.Globalization.CultureInfo.InvariantCulture, out var order) ? order : 0;
    }

    private void Add(PackDraft draft, int order = 0) => _drafts.Add((draft, order));
}
