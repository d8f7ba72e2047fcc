using System.Runtime.ExceptionServices;

namespace Kept.Core.Records;

/// <summary>
/// The rows of a store in their order, each checked alone. The thread that asks reads the store; other threads check what
/// was read, a portion at a time, and where none is free the asking thread does it too.
/// </summary>
internal static class CheckedRows
{
    private const int Size = 128;
    private static readonly int Ahead = 4 * Environment.ProcessorCount;

    /// <param name="read">Whether to read each body as its type.</param>
    public static IEnumerable<CheckedRow> Of(IRegisterStore store, bool read)
    {
        using var rows = store.Read(long.MinValue).GetEnumerator();
        var ahead = new Queue<Portion>();
        for (var isOver = false; !isOver;)
        {
            var (portion, fault) = Next(rows);
            if (portion.Count > 0) ahead.Enqueue(Portion.Start(portion, read));
            isOver = fault is not null || portion.Count < Size;
            while (ahead.Count > (isOver ? 0 : Ahead))
                foreach (var row in ahead.Dequeue().Checked()) yield return row;
            // Only now: what was read before it failed comes first.
            fault?.Throw();
        }
    }

    private static (List<(Entry Entry, Item Item)> Rows, ExceptionDispatchInfo? Fault) Next(IEnumerator<(Entry Entry, Item Item)> rows)
    {
        var portion = new List<(Entry, Item)>(Size);
        try
        {
            while (portion.Count < Size && rows.MoveNext()) portion.Add(rows.Current);
            return (portion, null);
        }
        catch (Exception e)
        {
            return (portion, ExceptionDispatchInfo.Capture(e));
        }
    }

    private sealed class Portion : IThreadPoolWorkItem
    {
        private readonly List<(Entry Entry, Item Item)> _rows;
        private readonly bool _read;
        private readonly CheckedRow[] _checked;
        private readonly object _gate = new();
        private ExceptionDispatchInfo? _fault;
        private int _taken;
        private bool _isDone;

        private Portion(List<(Entry Entry, Item Item)> rows, bool read) => (_rows, _read, _checked) = (rows, read, new CheckedRow[rows.Count]);

        public static Portion Start(List<(Entry Entry, Item Item)> rows, bool read)
        {
            var portion = new Portion(rows, read);
            ThreadPool.UnsafeQueueUserWorkItem(portion, preferLocal: false);
            return portion;
        }

        public void Execute()
        {
            if (Interlocked.Exchange(ref _taken, 1) != 0) return;
            try
            {
                for (var i = 0; i < _checked.Length; i++) _checked[i] = CheckedRow.Of(_rows[i].Entry, _rows[i].Item, _read);
            }
            catch (Exception e)
            {
                // Thrown where it was asked for: on a thread of the pool it would end the process.
                _fault = ExceptionDispatchInfo.Capture(e);
            }
            lock (_gate)
            {
                _isDone = true;
                Monitor.PulseAll(_gate);
            }
        }

        /// <summary>The rows, once they are checked; at once where nobody has begun.</summary>
        public CheckedRow[] Checked()
        {
            Execute();
            lock (_gate)
                while (!_isDone) Monitor.Wait(_gate);
            _fault?.Throw();
            return _checked;
        }
    }
}
