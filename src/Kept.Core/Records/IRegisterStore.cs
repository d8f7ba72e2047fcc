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
    /// Writes entries and items and erases the items of the given entries, in one transaction that is on disk when this
    /// returns. Throws <see cref="CommitOutcomeUnknownException"/> when the commit itself failed; after any other
    /// exception nothing was written.
    /// </summary>
    void Commit(IReadOnlyList<(Entry Entry, Item Item)> appended, IReadOnlyList<long> erased);
}

/// <summary>The commit failed in a way that leaves open whether it happened: the Register must be read again.</summary>
public sealed class CommitOutcomeUnknownException : Exception
{
    public CommitOutcomeUnknownException() { }
    public CommitOutcomeUnknownException(string message) : base(message) { }
    public CommitOutcomeUnknownException(string message, Exception inner) : base(message, inner) { }
}
