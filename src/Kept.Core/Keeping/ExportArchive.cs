using System.Globalization;
using Kept.Core.Foundation;
using Kept.Core.Records;

namespace Kept.Core.Keeping;

/// <summary>Writes a Register as an archive. The same Register gives the same files, byte for byte.</summary>
public static class ExportArchive
{
    /// <summary>Writes the folder, which must be empty or not there; answers what was written, or why nothing was.</summary>
    public static (Verification? Written, Refusal? Why) Write(IRegisterStore store, string folder, Action<long>? progress = null, CancellationToken cancel = default)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            return (null, new($"{folder} is not empty.", "Nothing was written.", "Name a folder that is empty or not there yet."));
        Directory.CreateDirectory(folder);
        string[] files = [Path.Combine(folder, Archive.Entries), Path.Combine(folder, Archive.Items), Path.Combine(folder, Archive.ReadMe)];
        var found = Broken(0);
        try
        {
            using (var entries = File.Create(files[0]))
            using (var items = File.Create(files[1]))
                found = ChainCheck.Of(store, each: row =>
                {
                    cancel.ThrowIfCancellationRequested();
                    Line(entries, Archive.Line(row.Entry));
                    Line(items, Archive.Line(row.Item));
                    progress?.Invoke(row.Entry.Number);
                });
            if (!found.IsWhole) return (null, new($"The record does not verify: {found}", "No archive was written.", "Restore the last backup that verifies."));
            File.WriteAllText(files[2], ReadMe(found));
            return (found, null);
        }
        catch
        {
            found = Broken(0);
            throw;
        }
        finally
        {
            if (!found.IsWhole) foreach (var file in files) File.Delete(file);
        }
    }

    private static Verification Broken(long at) => new(at, Entry.NoPrev, "it was not written to its end");

    private static void Line(FileStream to, byte[] line)
    {
        to.Write(line);
        to.WriteByte((byte)'\n');
    }

    private static string ReadMe(Verification found)
    {
        using var page = new StreamReader(typeof(ExportArchive).Assembly.GetManifestResourceStream("archive.md")!);
        return string.Create(CultureInfo.InvariantCulture, $"# An archive of Kept\n\nThe record up to entry {found.Entry}, whose hash is\n`{found.Hash}`.\nCompare it with one that was published: `{found.Entry}:{found.Hash}`.\n\n#{page.ReadToEnd()}");
    }
}
