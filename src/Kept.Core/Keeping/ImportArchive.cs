using Kept.Core.Foundation;
using Kept.Core.Records;

namespace Kept.Core.Keeping;

/// <summary>Brings an archive into a database, of whatever engine. It checks the whole archive first, then writes in parts.</summary>
public static class ImportArchive
{
    private const int Part = 2_000;

    /// <summary>
    /// Writes what the store does not have yet; it must be empty, or hold the beginning of this very archive, as one that was
    /// stopped half-way does. Answers the end of what then stands, or why nothing was written. Throws <see cref="DatabaseFault"/>.
    /// </summary>
    public static (Verification? Done, Refusal? Why) Into(IRegisterStore store, string folder, Action<long>? progress = null, CancellationToken cancel = default)
    {
        if (new[] { Archive.Entries, Archive.Items, Archive.ReadMe }.FirstOrDefault(f => !File.Exists(Path.Combine(folder, f))) is { } missing)
            return (null, new($"{folder} is not a whole archive: it has no {missing}.", "Nothing was changed.", "Name a folder that export archive wrote to its end."));
        var (there, why) = Check(store, folder, progress, cancel);
        if (why is not null) return (null, why);
        foreach (var part in Archive.Read(folder).Skip(there).Chunk(Part))
        {
            cancel.ThrowIfCancellationRequested();
            var seen = part[0].Entry.Number - 1;
            store.Commit(seen, stored => stored is { Count: > 0 } && stored[^1].Entry.Number > seen ? throw new IOException("Another process wrote to the database meanwhile.") : new(part, []));
            progress?.Invoke(part[^1].Entry.Number);
        }
        return (Verification.Of(store), null);
    }

    // The whole archive, and of the store that it is empty or the beginning of it. A beginning may hold erased words of which
    // only a later entry speaks, so it is compared rather than verified.
    private static (int There, Refusal? Why) Check(IRegisterStore store, string folder, Action<long>? progress, CancellationToken cancel)
    {
        var check = new ChainCheck();
        var (number, there) = (0, 0);
        using var stored = store.Read(long.MinValue).GetEnumerator();
        try
        {
            foreach (var (entry, item) in Archive.Read(folder))
            {
                cancel.ThrowIfCancellationRequested();
                number++;
                if (check.Accept(entry, item) is { } wrong) return (0, Broken(folder, number, wrong));
                if (stored.MoveNext() && Same(stored.Current, (entry, item))) there++;
                progress?.Invoke(number);
            }
        }
        catch (FormatException e)
        {
            return (0, Broken(folder, number + 1, e.Message));
        }
        if (check.Result() is { IsWhole: false } result) return (0, Broken(folder, result.Entry, result.Broken!));
        return store.Read(long.MinValue).Skip(there).Any()
            ? (0, new("The database holds another record than the archive.", "Nothing was changed.", "Name an empty one: records are not mixed."))
            : (there, null);
    }

    private static bool Same((Entry Entry, Item Item) one, (Entry Entry, Item Item) other) =>
        one.Entry == other.Entry && one.Item.Salt.Span.SequenceEqual(other.Item.Salt.Span) && one.Item.Body.Span.SequenceEqual(other.Item.Body.Span);

    private static Refusal Broken(string folder, long at, string how) =>
        new($"The archive {folder} does not verify: broken at {at}: {how}.", "Nothing was changed.", "Take another copy of it.");
}
