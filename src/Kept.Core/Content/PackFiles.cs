using System.Text;

namespace Kept.Core.Content;

/// <summary>A text file of a pack: path from its folder with forward slashes, lines ending in \n, no byte order mark.</summary>
internal sealed record PackFile(string Path, string Text)
{
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.IndexOf('/', StringComparison.Ordinal)] : "";

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Name);

    public bool IsYaml => Name.EndsWith(".yaml", StringComparison.Ordinal);
}

/// <summary>Reads a pack's folder without leaving it: no links to elsewhere, nothing large, nothing that is not text.</summary>
internal sealed class PackFiles(Problems problems)
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int LargestFile = 5 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly System.Buffers.SearchValues<char> Controls =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c).Except(['\t', '\n'])]);
    private readonly List<PackFile> _files = [];
    private string _root = "";

    public IReadOnlyList<PackFile> Read(string folder)
    {
        var root = new DirectoryInfo(folder);
        if (!root.Exists)
        {
            problems.Error(new(PackFolder.ManifestName, 1), $"there is no folder {folder}", "the folder of a pack");
            return [];
        }
        _root = (root.ResolveLinkTarget(returnFinalTarget: true) ?? root).FullName.TrimEnd(Path.DirectorySeparatorChar);
        foreach (var entry in Entries(new DirectoryInfo(_root)))
        {
            if (entry is DirectoryInfo inner)
            {
                foreach (var file in Entries(inner))
                    if (file is FileInfo f) Take(f, inner.Name + "/" + f.Name);
                    else problems.Error(new(inner.Name + "/" + file.Name, 1), "folders stand one deep", "files of records here");
            }
            else if (entry is FileInfo f) Take(f, f.Name);
        }
        return _files;
    }

    private IEnumerable<FileSystemInfo> Entries(DirectoryInfo folder)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (entry.Name.StartsWith('.')) continue;
            if (Leaves(entry)) problems.Error(new(Path.GetRelativePath(_root, entry.FullName).Replace('\\', '/'), 1), "this link leads out of the pack", "a file of the pack itself");
            else yield return entry;
        }
    }

    private bool Leaves(FileSystemInfo entry) =>
        entry.LinkTarget is not null
        && entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal) != true;

    private void Take(FileInfo file, string path)
    {
        if (Path.GetExtension(path) is ".md" or ".txt" || (!path.Contains('/', StringComparison.Ordinal) && path != PackFolder.ManifestName)) { RefuseStray(path); return; }
        if (Path.GetExtension(path) is not (".yaml" or ".csv")) { problems.Error(new(path, 1), "this file is neither YAML nor CSV", "a name that ends in .yaml or .csv"); return; }
        if (file.Length > LargestFile) { problems.Error(new(path, 1), $"the file is larger than {LargestFile / 1024 / 1024} MB", "smaller files"); return; }
        if (Decode(File.ReadAllBytes(file.FullName), path, problems) is { } text) _files.Add(new(path, text));
    }

    private void RefuseStray(string path)
    {
        if (Path.GetExtension(path) is ".yaml" or ".csv")
            problems.Error(new(path, 1), "records stand in a folder of their kind", "this file in such a folder");
    }

    /// <summary>The text of a file, or null when it is none, which is noted.</summary>
    public static string? Decode(byte[] bytes, string path, Problems problems)
    {
        ReadOnlySpan<byte> span = bytes;
        if (span.StartsWith(Encoding.UTF8.Preamble)) span = span[3..];
        try
        {
            var text = Strict.GetString(span).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
            var odd = text.AsSpan().IndexOfAny(Controls);
            if (odd < 0) return text;
            problems.Error(new(path, 1 + text.AsSpan(0, odd).Count('\n')), "there is a control character in the text", "plain text");
        }
        catch (DecoderFallbackException e)
        {
            problems.Error(new(path, 1 + span[..Math.Clamp(e.Index, 0, span.Length)].Count((byte)'\n')), "this is not UTF-8", "the file saved as UTF-8");
        }
        return null;
    }
}
