using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Kept.Core.Foundation;

namespace Kept.Web.Commands.StaticSite;

/// <summary>The folder a copy is written to. What is there already and has not changed is left; what has no place any more goes.</summary>
internal sealed class CopyFolder
{
    private const string Mark = "kept-copy.txt", Sums = "sums.txt", Half = ".half";
    private static readonly string[] Text = [".html", ".json", ".csv", ".svg", ".atom", ".ics", ".txt", ".css", ".js", ".xml"];
    private readonly ConcurrentDictionary<string, string> _sums = new(StringComparer.Ordinal);
    private readonly string _folder;

    private readonly int _brotli;

    private CopyFolder(string folder, int brotli) => (_folder, _brotli) = (folder, brotli);

    /// <summary>Takes a folder that is empty, not there, or an earlier copy; answers why not otherwise.</summary>
    internal static (CopyFolder? Taken, Refusal? Why) Take(string folder, int brotli)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && !File.Exists(Path.Combine(folder, Mark)) && Directory.EnumerateFileSystemEntries(folder).Any()))
            return (null, new($"{folder} holds something that is no copy of Kept's.", "Nothing was written.", "Name a folder that is empty, not there yet, or holds an earlier copy."));
        Directory.CreateDirectory(folder);
        var taken = new CopyFolder(folder, brotli);
        File.WriteAllText(Path.Combine(folder, Mark), "A copy of a Kept site that was not finished. Run export site again over this folder.\n");
        return (taken, null);
    }

    /// <summary>Writes a file, and beside a text its .br and .gz. The file itself comes last: once it stands, they do.</summary>
    internal void Write(string name, byte[] bytes)
    {
        var sum = Convert.ToHexStringLower(SHA256.HashData(bytes));
        _sums[name] = sum;
        var path = Path.Combine(_folder, name);
        var text = Text.Contains(Path.GetExtension(name), StringComparer.Ordinal);
        if (File.Exists(path) && (!text || (File.Exists(path + ".br") && File.Exists(path + ".gz"))) && Same(path, sum)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (text)
        {
            Put(path + ".br", to => new BrotliStream(to, new BrotliCompressionOptions { Quality = _brotli }), bytes);
            Put(path + ".gz", to => new GZipStream(to, CompressionLevel.SmallestSize), bytes);
        }
        Put(path, to => to, bytes);
    }

    /// <summary>Takes out what no address has any more, writes the sums of all files, and marks the copy as whole.</summary>
    internal void Finish(string mark)
    {
        Write(Mark, Encoding.UTF8.GetBytes(mark));
        File.WriteAllText(Path.Combine(_folder, Sums), string.Concat(_sums.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Value}  {s.Key}\n")));
        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(_folder, file).Replace('\\', '/');
            if (name.EndsWith(".br", StringComparison.Ordinal) || name.EndsWith(".gz", StringComparison.Ordinal)) name = name[..^3];
            if (name != Sums && !_sums.ContainsKey(name)) File.Delete(file);
        }
        foreach (var empty in Directory.EnumerateDirectories(_folder, "*", SearchOption.AllDirectories).OrderByDescending(d => d.Length).Where(d => !Directory.EnumerateFileSystemEntries(d).Any()))
            Directory.Delete(empty);
    }

    private static bool Same(string path, string sum)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file)) == sum;
    }

    private static void Put(string path, Func<Stream, Stream> through, byte[] bytes)
    {
        using (var file = File.Create(path + Half))
        using (var to = through(file)) to.Write(bytes);
        File.Move(path + Half, path, overwrite: true);
    }
}
