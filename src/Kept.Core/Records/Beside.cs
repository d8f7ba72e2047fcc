using System.Data.Common;
using Kept.Core.Foundation;

namespace Kept.Core.Records;

/// <summary>
/// What is written in the same transaction as a change, by the private half of the database: both are there, or neither. It
/// runs on the writer's thread while everybody else waits, so it must be short, and it is not told of other changes.
/// </summary>
/// <param name="connection">The writer's, inside its transaction. It must not be committed or closed.</param>
/// <param name="transaction">Where the engine has one apart from the connection.</param>
/// <param name="entries">What the change appends.</param>
/// <exception cref="BesideRefusedException">Nothing is written then.</exception>
public delegate void Beside(DbConnection connection, DbTransaction? transaction, IReadOnlyList<Entry> entries);

/// <summary>What was to be written beside a change cannot be: the change is refused with it.</summary>
public sealed class BesideRefusedException : Exception
{
    public BesideRefusedException() : this(new Refusal("It cannot be written.")) { }
    public BesideRefusedException(string message) : this(new Refusal(message)) { }
    public BesideRefusedException(string message, Exception inner) : base(message, inner) => Why = new(message);
    public BesideRefusedException(Refusal why) : base(why.ToString()) => Why = why;

    public Refusal Why { get; }
}
