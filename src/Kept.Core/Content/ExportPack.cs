using System.Text.Json.Nodes;
using Kept.Core.Evidence;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Content;

/// <summary>
/// Writes what a Register says now, for every record and date, as a pack that reads back the same. The same Register gives
/// the same files, byte for byte.
/// </summary>
public static class ExportPack
{
    private const string Heading = "# A programme pack of Kept: every fact with its source and lines. How to edit it: docs/data/pack.md.\n";

    /// <summary>Writes the folder, which must be empty or not there; answers why not, or null when it is written.</summary>
    public static Refusal? Write(Snapshot now, string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            return new($"{folder} is not empty.", "Nothing was written.", "Name a folder that is empty or not there yet.");
        if (now.Keys(RecordKinds.NameOf<TheProgramme>()).Count == 0)
            return new("There is no programme to write.", "Nothing was written.", "Load a pack first.");
        if (now.Kinds.SelectMany(now.Keys).FirstOrDefault(k => PackIds.Objection(k) is not null) is { Kind: not null } odd)
            return new($"{odd} cannot be written: its id cannot stand in a pack.", "Nothing was written.", "Publish it again under an id of letters, digits and hyphens, and delete this one.");
        foreach (var (path, text) in Files(now))
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
        return null;
    }

    /// <summary>Path and text of every file. pack.yaml is the last: until it is there the folder is no pack.</summary>
    internal static IEnumerable<(string Path, string Text)> Files(Snapshot now)
    {
        foreach (var kind in now.Kinds.Where(k => RecordKinds.TypeOf(k) is not null).OrderBy(PackLayout.RankOf).ThenBy(k => k, StringComparer.Ordinal))
            foreach (var (name, text) in Kind(kind, RecordKinds.TypeOf(kind)!, PackStatement.Of(now, kind)))
                yield return ($"{PackLayout.FolderOf(kind)}/{name}", text);
        yield return (PackFolder.ManifestName, Manifest(now));
    }

    private static IEnumerable<(string Name, string Text)> Kind(string kind, Type type, IReadOnlyList<IReadOnlyList<PackStatement>> records)
    {
        var (shape, folder, table) = (Shape.Of(type), PackLayout.FolderOf(kind), new TableWriter(kind, type));
        var tabled = PackLayout.AsTables.Contains(kind, StringComparer.Ordinal) ? records.Where(r => r.All(v => table.Holds(v.Body))).ToList() : [];
        if (tabled.Count > 0)
            foreach (var (name, text) in table.Write([.. tabled.SelectMany(r => r)])) yield return (name + ".csv", text);
        var single = PackLayout.AsFiles.Contains(kind, StringComparer.Ordinal) ? records.Where(r => r[0].Id != folder).ToList() : [];
        foreach (var record in single)
        {
            var yaml = new YamlWriter();
            yaml.Open(0, "versions");
            Versions(yaml, 1, shape, record);
            yield return (record[0].Id + ".yaml", yaml.ToString());
        }
        var listed = new YamlWriter();
        foreach (var record in records.Except(tabled).Except(single)) Listed(listed, shape, record);
        if (listed.ToString() is { Length: > 0 } list) yield return (folder + ".yaml", list);
    }

    private static void Listed(YamlWriter yaml, Shape shape, IReadOnlyList<PackStatement> record)
    {
        if (record is [var only])
        {
            yaml.Item(0, [("id", only.Id, null), .. Dated(only), .. YamlWriter.Fields(shape, only.Body)]);
            return;
        }
        yaml.First(0, "id", record[0].Id);
        yaml.Open(1, "versions");
        Versions(yaml, 2, shape, record);
    }

    // Each version states only what differs from the one before; what it no longer says is stated as nothing.
    private static void Versions(YamlWriter yaml, int depth, Shape shape, IReadOnlyList<PackStatement> record)
    {
        var before = new JsonObject();
        foreach (var version in record)
        {
            var (earlier, body) = (before, version.Body);
            yaml.Item(depth, [.. Dated(version), .. YamlWriter.Fields(shape, body).Where(f => f.Name == "effectiveText" || !JsonNode.DeepEquals(f.Value, earlier[f.Name])),
                .. shape.Fields.Where(f => f.Name != "effectiveText" && YamlWriter.IsAbsent(body[f.Name]) && !YamlWriter.IsAbsent(earlier[f.Name])).Select(f => (f.Name, (JsonNode?)null, (ShapeField?)f))]);
            before = body;
        }
    }

    private static IEnumerable<(string Name, JsonNode? Value, ShapeField? Field)> Dated(PackStatement version) => [(TableShape.Effective, version.EffectiveText, null)];

    private static string Manifest(Snapshot now)
    {
        var programme = PackStatement.Of(now, RecordKinds.NameOf<TheProgramme>()).Select(r => r[^1]).FirstOrDefault();
        var sources = PackStatement.Of(now, RecordKinds.NameOf<Source>()).Where(s => s[^1].Body["sha256"] is not null).Select(s => s[0].Id);
        var yaml = new YamlWriter();
        yaml.Lines(
            ("format", $"{PackFolder.Format}"), ("programme", programme?.Id ?? ""), ("title", (string?)programme?.Body["title"] ?? ""),
            ("licence", (string?)programme?.Body["licence"] ?? "not stated"));
        return $"{Heading}{yaml}sources: [{string.Join(", ", sources)}]\n";
    }
}
