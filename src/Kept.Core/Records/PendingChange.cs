using Kept.Core.Foundation;

namespace Kept.Core.Records;

/// <summary>A change that waits for the writer, and its caller who waits for the answer.</summary>
internal sealed class PendingChange(IReadOnlyList<PreparedWrite> writes, Act act)
{
    private readonly TaskCompletionSource<Appended> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Appended? _answer;
    private Exception? _fault;
    private int _taken;

    internal Task<Appended> Outcome => _outcome.Task;

    /// <summary>The Snapshot once this change is on disk.</summary>
    internal Snapshot? Next { get; private set; }

    /// <summary>For the writer: false when the caller has gone away before.</summary>
    internal bool Take() => Interlocked.CompareExchange(ref _taken, 1, 0) == 0;

    /// <summary>For the caller: once the writer has it, it is too late.</summary>
    internal void Withdraw()
    {
        if (Take()) _outcome.TrySetCanceled();
    }

    /// <summary>The rows it would append to a Snapshot; null when it is refused or cannot be made, which harms nobody else's change.</summary>
    internal AppendDraft? Draft(Snapshot snapshot, DateTimeOffset recorded)
    {
        try
        {
            var draft = new AppendDraft(snapshot, recorded, act);
            foreach (var write in writes) draft.Add(write);
            Next = draft.Refusals.Count > 0 ? null : draft.Next();
            _answer = Next is null ? new Appended.Refused(draft.Refusals, draft.Stale) : new Appended.Done(Next, [.. draft.Rows.Select(r => r.Entry)]);
            return Next is null ? null : draft;
        }
        // Its own caller is told; the changes that wait beside it go on.
        catch (Exception fault)
        {
            (_fault, Next) = (fault, null);
            return null;
        }
    }

    internal void Answer()
    {
        if (_fault is { } fault) Fail(fault);
        else _outcome.TrySetResult(_answer!);
    }

    internal void Fail(Exception fault) => _outcome.TrySetException(fault);
}
