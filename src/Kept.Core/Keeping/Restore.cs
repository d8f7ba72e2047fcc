using System.Security.Cryptography;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Core.Workroom;

namespace Kept.Core.Keeping;

/// <summary>Brings a backup back where there is no database. What does not verify gets no database's name.</summary>
public static class Restore
{
    /// <summary>What was brought back: its end, and how many entries, and accounts and replies, were erased again, and of how many replies less may be done again.</summary>
    public sealed record Restored(Verification Found, int ErasedAgain, int ForgottenAgain, int AgreedAgain);

    /// <summary>
    /// Copies the backup to where the database belongs, holds it against its manifest, verifies every entry, and erases again
    /// what a later manifest says. Throws <see cref="DatabaseFault"/> or <see cref="IOException"/>; nothing is then left behind.
    /// </summary>
    /// <param name="later">The manifest of a later backup, for what was erased and taken back since; null for none.</param>
    public static async Task<(Restored? Done, Refusal? Why)> From(
        string file, string database, Manifest? later, TimeProvider clock, Action<long>? progress = null, CancellationToken cancel = default)
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
            var (again, objected) = await EraseAgain(restoring, later, clock);
            if (objected is not null) return (null, objected);
            if (again.Entries > 0) (found, _) = Backup.Check(restoring, null, cancel);
            if (!found.IsWhole) return (null, new($"After erasing again the record does not verify: {found}", "Nothing was restored.", "Report this: it is a fault of Kept's own."));
            File.Move(restoring, database, overwrite: false);
            return (new(found, again.Entries, again.People, again.Agreed), null);
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
    private static async Task<((int Entries, int People, int Agreed) Again, Refusal? Why)> EraseAgain(string database, Manifest? later, TimeProvider clock)
    {
        using var store = SqliteStore.Open(database);
        if (later is null) return default;
        using var register = Register.Open(store, clock);
        var (entries, why) = await Erasures.MakeAgain(register, store.Read(0), later.Erased);
        if (why is not null) return (default, why);
        var (people, agreed) = await Forget(WorkroomDatabase.InFile(database, store.Gate), later, clock);
        return ((entries, people, agreed), null);
    }

    private static async Task<(int People, int Agreed)> Forget(WorkroomDatabase workroom, Manifest later, TimeProvider clock)
    {
        var (people, agreed) = (0, 0);
        if (later.Forgotten.Count + later.Agreed.Count == 0) return default;
        await workroom.Ready();
        await workroom.Write(async w =>
        {
            agreed = await AgreedLess.Again(w, later.Agreed);
            people = await Forgotten.Again(w, later.Forgotten, clock.GetUtcNow());
        });
        return (people, agreed);
    }

    private static void Clear(string restoring)
    {
        foreach (var left in new[] { restoring, restoring + "-wal", restoring + "-shm" }) File.Delete(left);
    }
}
