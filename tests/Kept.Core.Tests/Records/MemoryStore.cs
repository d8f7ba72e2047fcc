using Kept.Core.Records;

namespace Kept.Core.Tests.Records;

/// <summary>A store in memory that fails when it is told to.</summary>
internal sealed class MemoryStore : IRegisterStore
{
    private readonly List<(Entry Entry, Item Item)> _rows = [];

    public string Engine => "memory";

    /// <summary>Called once, in place of the next commit, with what would commit.</summary>
    internal Action<Action>? NextCommit { get; set; }

    internal int Commits { get; private set; }

    /// <summary>Called once, before the next read.</summary>
    internal Action? NextRead { get; set; }

    public IEnumerable<(Entry Entry, Item Item)> Read(long after)
    {
        var before = NextRead;
        NextRead = null;
        before?.Invoke();
        return _rows.Where(r => r.Entry.Number > after).ToList();
    }

    public void Commit(long seen, Func<IReadOnlyList<(Entry Entry, Item Item)>?, Batch> decide)
    {
        var batch = decide(null);
        if (batch.IsEmpty) return;
        Commits++;
        var instead = NextCommit;
        NextCommit = null;
        if (instead is null) Write(batch.Rows, batch.Erased);
        else instead(() => Write(batch.Rows, batch.Erased));
    }

    private void Write(IEnumerable<(Entry Entry, Item Item)> appended, IEnumerable<long> erased)
    {
        _rows.AddRange(appended);
        foreach (var number in erased)
        {
            var at = _rows.FindIndex(r => r.Entry.Number == number);
            _rows[at] = (_rows[at].Entry, _rows[at].Item with { Salt = default, Body = default });
        }
    }

    public void Dispose() => NextCommit = null;
}
