using System.Security.Cryptography;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Core.Workroom;

namespace Kept.Core.Keeping;

/// <summary>A backup: a copy of the database at one moment, checked from its first entry to its last, with its manifest.</summary>
public static class Backup
{
    private const string Unfinished = ".unfinished";

    /// <summary>Under which name a backup grows until it is whole.</summary>
    public static string UnfinishedOf(string file) => file + Unfinished;

    /// <summary>
    /// Makes a backup of a database that may be written meanwhile; answers its manifest, or why there is none. Throws
    /// <see cref="DatabaseFault"/>, <see cref="IOException"/>, <see cref="OperationCanceledException"/>; nothing is then left behind.
    /// </summary>
    /// <param name="version">The version of Kept, for the manifest.</param>
    public static (Manifest? Made, Refusal? Why) Make(string database, string file, TimeProvider clock, string version, Action<long>? progress = null, CancellationToken cancel = default)
    {
        if (Objection(file) is { } objection) return (null, objection);
        var unfinished = UnfinishedOf(file);
        File.Delete(unfinished);
        try
        {
            var made = clock.GetUtcNow();
            var schema = SqliteCopy.Into(database, unfinished, cancel);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(unfinished, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            var (found, erased) = Check(unfinished, progress, cancel);
            if (!found.IsWhole) return (null, new($"The copy does not verify: {found}", "No backup was made; the record was not touched.", "Run verify: if it says the same, restore the last backup that verifies."));
            var (bytes, sha256) = OnDisk(unfinished);
            var manifest = new Manifest(Manifest.Newest, Entry.Instant(made), version, schema, found.Entry, found.Hash, bytes, sha256, erased) { Forgotten = Forgotten.In(unfinished), Agreed = AgreedLess.In(unfinished) };
            // The manifest first: a file that has a backup's own name is then never without one.
            Write(Manifest.PathOf(file), manifest.ToBytes());
            File.Move(unfinished, file, overwrite: false);
            return (manifest, null);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static Refusal? Objection(string file)
    {
        if (Path.Exists(file)) return new($"There is something at {file} already.", "Nothing was written.", "Name another file: a backup is never overwritten.");
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        return Directory.Exists(folder) ? null : new($"There is no folder {folder}.", "Nothing was written.", "Make the folder first, or see whether the disk that should hold it is mounted.");
    }

    /// <summary>Every entry and item, and the pages of the file; with the entries whose words are erased.</summary>
    internal static (Verification Found, IReadOnlyList<ErasedEntry> Erased) Check(string file, Action<long>? progress, CancellationToken cancel)
    {
        using var store = SqliteStore.OpenToRead(file);
        var erased = new List<ErasedEntry>();
        var found = ChainCheck.Of(store, each: row =>
        {
            cancel.ThrowIfCancellationRequested();
            if (row.Item.IsRedacted) erased.Add(new(row.Entry.Number, row.Entry.Hash));
            progress?.Invoke(row.Entry.Number);
        });
        return (found.IsWhole && store.Damage() is { } how ? found with { Broken = how } : found, erased);
    }

    private static (long Bytes, string Sha256) OnDisk(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        stream.Flush(flushToDisk: true);
        return (stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    private static void Write(string path, byte[] bytes)
    {
        using (var stream = new FileStream(path + Unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }
        File.Move(path + Unfinished, path, overwrite: true);
    }
}
