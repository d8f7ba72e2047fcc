using System.Globalization;
using Kept.Core.Records;

namespace Kept.Core.Content;

/// <summary>A programme pack, read and checked. With one error in it there are no records: nothing is loaded in part.</summary>
public sealed class PackFolder
{
    /// <summary>The format this version of Kept reads and writes.</summary>
    public const int Format = 1;

    internal const string ManifestName = "pack.yaml";

    private PackFolder(PackManifest? manifest, IReadOnlyList<PackRecord> records, Problems problems)
    {
        var whole = problems.Errors.Count == 0;
        Manifest = manifest;
        Records = whole ? records : [];
        Errors = [.. problems.Errors.OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Line)];
        Warnings = [.. problems.Warnings.OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Line)];
    }

    /// <summary>What pack.yaml says; null when it cannot be read.</summary>
    public PackManifest? Manifest { get; }

    /// <summary>Every version of every record, in the order in which they are recorded; the versions of one record by date.</summary>
    public IReadOnlyList<PackRecord> Records { get; }

    /// <summary>Everything that keeps the pack from being loaded, by file and line.</summary>
    public IReadOnlyList<PackProblem> Errors { get; }

    /// <summary>What a person should look at and may leave as it is.</summary>
    public IReadOnlyList<PackProblem> Warnings { get; }

    /// <summary>Reads a folder. Throws only when the disk does (<see cref="IOException"/>, <see cref="UnauthorizedAccessException"/>).</summary>
    public static PackFolder Read(string folder)
    {
        var problems = new Problems();
        return Read(new PackFiles(problems).Read(folder), problems);
    }

    internal static PackFolder Read(IReadOnlyList<PackFile> files, Problems problems)
    {
        var manifest = ReadManifest(files.FirstOrDefault(f => f.Path == ManifestName), problems);
        var drafts = new PackDrafts(problems).Read([.. files.Where(f => f.Path != ManifestName)]);
        // What could not be read may hold what others name: of these kinds nothing is called missing.
        var doubtful = problems.Errors.Select(e => PackLayout.KindOf(e.File.Split('/')[0])).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var binder = new Binder(problems);
        var records = new List<PackRecord>();
        foreach (var draft in drafts)
            if (Record(draft, binder, problems) is { } record) records.Add(record);
        new PackChecks(drafts, records, doubtful, problems).Run(binder, manifest);
        return new(manifest, records, problems);
    }

    private static PackRecord? Record(PackDraft draft, Binder binder, Problems problems)
    {
        if (PackIds.Objection(draft.Key) is { } objection) problems.Error(draft.At, objection.What, objection.Expected);
        var effective = Binder.Day(draft.Map.TextOf(TableShape.Effective));
        if (effective is null)
            problems.Error(draft.Map.Find(TableShape.Effective)?.At ?? draft.At, "\"effective\" is missing or no date", "the day from which this is true, such as 2021-03-31");
        var body = binder.Bind(RecordKinds.TypeOf(draft.Key.Kind)!, draft.Map.Without("id", TableShape.Effective), effective);
        return body is null || effective is null ? null : new(draft.Key, effective.Value, body, draft.At.File, draft.At.Line);
    }

    private static PackManifest? ReadManifest(PackFile? file, Problems problems)
    {
        const string expected = "pack.yaml with format, programme, title, licence";
        if (file is null)
        {
            if (problems.Errors.All(e => e.File != ManifestName)) problems.Error(new(ManifestName, 1), "the pack has no pack.yaml", expected);
            return null;
        }
        if (new YamlTree(file.Path, problems).Read(file.Text) is not { } node) return null;
        var before = problems.Errors.Count;
        if (node is not PackMap map)
        {
            problems.Error(node.At, "pack.yaml holds no fields", expected);
            return null;
        }
        string[] known = ["format", "programme", "title", "licence", "sources"];
        foreach (var field in map.Fields.Where(f => !known.Contains(f.Name)))
            problems.Error(field.At, $"there is no field \"{field.Name}\" here", Nearest.Hint(field.Name, known, "one of " + string.Join(", ", known)));
        foreach (var name in known.Take(4).Where(n => map.TextOf(n) is null))
            problems.Error(map.At, $"\"{name}\" is missing", expected);
        if (map.TextOf("format") is { } format && format != Format.ToString(CultureInfo.InvariantCulture))
            problems.Error(map.Find("format")!.At, $"the pack's format is \"{format}\"", $"format {Format}, the one this version of Kept reads");
        var sources = map.Find("sources")?.Value is PackList list ? [.. list.Items.OfType<PackText>().Select(t => t.Text)] : Array.Empty<string>();
        return problems.Errors.Count > before ? null
            : new(Format, map.TextOf("programme")!, map.TextOf("title")!, map.TextOf("licence")!, sources);
    }
}
