namespace Kept.Core.Records;

/// <summary>Where the Register is kept. A real edge: SQLite, PostgreSQL, and in tests a store that blocks or fails.</summary>
public interface IRegisterStore : IDisposable
{
    /// <summary>The engine and its version, for the log at start.</summary>
    string Engine { get; }

    /// <summary>What the engine finds wrong with its own file, in plain words; null when it is whole, or another keeps watch.</summary>
    string? Damage() => null;

    /// <summary>
    /// Entries with their items after a number, in order of number, as stored: nothing is checked here. Throws
    /// <see cref="FormatException"/> where a row is no entry, <see cref="DatabaseFault"/> when the database fails.
    /// </summary>
    IEnumerable<(Entry Entry, Item Item)> Read(long after);

    /// <summary>
    /// One transaction under the lock of the only writer there is anywhere, on disk when this returns. Inside it
    /// <paramref name="decide"/> is given the rows stored from the entry <paramref name="seen"/> on, that one included, so that
    /// what other processes appended is known first; null where no other process may write. What it answers is written.
    /// Throws <see cref="CommitOutcomeUnknownException"/> when the commit itself failed; after any other exception nothing
    /// was written.
    /// </summary>
    void Commit(long seen, Func<IReadOnlyList<(Entry Entry, Item Item)>?, Batch> decide);

    /// <summary>
    /// Calls <paramref name="look"/> whenever another process may have appended, and every few seconds in any case, until it
    /// is disposed; null where no other process may write.
    /// </summary>
    IDisposable? Follow(Action look) => null;
}

/// <summary>What one transaction writes: rows to append in order, and numbers of entries whose items are erased.</summary>
public sealed record Batch(IReadOnlyList<(Entry Entry, Item Item)> Rows, IReadOnlyList<long> Erased)
{
    public bool IsEmpty => Rows.Count == 0;

    /// <summary>What the private half writes after them, in the same transaction; throws where it refuses.</summary>
    public Beside? Beside { get; init; }
}

/// <summary>The commit failed in a way that leaves open whether it happened: the Register must be read again.</summary>
public sealed class CommitOutcomeUnknownException : Exception
{
    public CommitOutcomeUnknownException() { }
    public CommitOutcomeUnknownException(string message) : base(message) { }
    public CommitOutcomeUnknownException(string message, Exception inner) : base(message, inner) { }
}
