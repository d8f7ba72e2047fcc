using System.Security.Cryptography;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Core.Workroom;

namespace Kept.Core.Keeping;

/// <summary>Brings a backup back where there is no database. What does not verify gets no database's name.</summary>
public static class Restore
{
    /// <summary>What was brought back: its end, and how many entries, and accounts and replies, were erased again.</summary>
    public sealed record Restored(Verification Found, int ErasedAgain, int ForgottenAgain);

    /// <summary>
    /// Copies the backup to where the database belongs, holds it against its manifest, verifies every entry, and erases again
    /// what the list says. Throws <see cref="DatabaseFault"/> or <see cref="IOException"/>; nothing is then left behind.
    /// </summary>
    /// <param name="erased">What a later manifest says was erased of the record; empty where nothing was.</param>
    /// <param name="forgotten">Whom and what it says was erased of the private half.</param>
    public static async Task<(Restored? Done, Refusal? Why)> From(
        string file, string database, IReadOnlyList<ErasedEntry> erased, IReadOnlyList<string> forgotten, TimeProvider clock, Action<long>? progress = null, CancellationToken cancel = default)
    {
        if (Objection(file, database) is { } objection) return (null, objection);
        var (manifest, why) = Manifest.Read(Manifest.PathOf(file));
        if (manifest is null) return (null, why);
        if (manifest.Schema > SqliteFile.Schema) throw DatabaseFault.Newer(file, manifest.Schema, SqliteFile.Schema);
        var restoring = database + ".restoring";
        Clear(restoring);
        try
        {
            if (await Copy(file, restoring, cancel) != manifest.Sha256)
                return (null, new($"The backup {file} is not the file its manifest speaks of: its SHA-256 differs.", "Nothing was restored.", "Copy it from where it was kept once more, or take another backup. A damaged one is never served."));
            var (found, _) = Backup.Check(restoring, progress, cancel);
            if (!found.IsWhole || (found.Entry, found.Hash) != (manifest.Entry, manifest.Hash))
                return (null, new($"The backup {file} is not the record its manifest speaks of: {found}", "Nothing was restored.", "Take another backup."));
            var (again, objected) = await EraseAgain(restoring, erased, forgotten, clock);
            if (objected is not null) return (null, objected);
            if (again.Entries > 0) (found, _) = Backup.Check(restoring, null, cancel);
            if (!found.IsWhole) return (null, new($"After erasing again the record does not verify: {found}", "Nothing was restored.", "Report this: it is a fault of Kept's own."));
            File.Move(restoring, database, overwrite: false);
            return (new(found, again.Entries, again.People), null);
        }
        finally
        {
            Clear(restoring);
        }
    }

    private static Refusal? Objection(string file, string database) =>
        File.Exists(database) || File.Exists(database + "-wal")
            ? new($"There is a database at {database} already.", "Nothing was changed.", "Restore into an empty folder, or move what is there away first: restoring never overwrites.")
            : File.Exists(file) ? null : new($"There is no backup at {file}.", "Nothing was changed.", "Check the path.");

    private static async Task<string> Copy(string from, string to, CancellationToken cancel)
    {
        await using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read);
        await using var target = new FileStream(to, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        await source.CopyToAsync(target, cancel);
        target.Flush(flushToDisk: true);
        target.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(target, cancel));
    }

    // Opening it to write also brings an older schema up to date.
    private static async Task<((int Entries, int People) Again, Refusal? Why)> EraseAgain(string database, IReadOnlyList<ErasedEntry> erased, IReadOnlyList<string> forgotten, TimeProvider clock)
    {
        using var store = SqliteStore.Open(database);
        using var register = Register.Open(store, clock);
        var (entries, why) = await Erasures.MakeAgain(register, store.Read(0), erased);
        return why is null ? ((entries, await Forget(WorkroomDatabase.InFile(database, store.Gate), forgotten, clock)), null) : (default, why);
    }

    private static async Task<int> Forget(WorkroomDatabase workroom, IReadOnlyList<string> forgotten, TimeProvider clock)
    {
        var again = 0;
        if (forgotten.Count == 0) return again;
        await workroom.Ready();
        await workroom.Write(async w => again = await Forgotten.Again(w, forgotten, clock.GetUtcNow()));
        return again;
    }

    private static void Clear(string restoring)
    {
        foreach (var left in new[] { restoring, restoring + "-wal", restoring + "-shm" }) File.Delete(left);
    }
}
