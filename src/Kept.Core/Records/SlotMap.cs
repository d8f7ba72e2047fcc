namespace Kept.Core.Records;

/// <summary>
/// A number for every record that was ever written or named, for ever: 1, 2, 3... One map for all Snapshots of a Register.
/// It may know more than a Snapshot does, whose slot of such a number is then empty. Readers take no lock.
/// </summary>
internal sealed class SlotMap
{
    private readonly Lock _writing = new();
    private Table _table = new(64);

    /// <summary>The record's number, or 0.</summary>
    public int Of(RecordKey key)
    {
        var table = Volatile.Read(ref _table);
        return Volatile.Read(ref table.Cells[Cell(table, key)]);
    }

    /// <summary>The record's number, given now where it has none.</summary>
    public int For(RecordKey key)
    {
        if (Of(key) is var known and not 0) return known;
        lock (_writing)
        {
            var table = _table;
            if (table.Cells[Cell(table, key)] is var meanwhile and not 0) return meanwhile;
            if (table.Last + 1 == table.Keys.Length) table = Larger(table);
            // The key first: who finds the number must find its key.
            table.Keys[++table.Last] = key;
            Volatile.Write(ref table.Cells[Cell(table, key)], table.Last);
            Volatile.Write(ref _table, table);
            return table.Last;
        }
    }

    private static Table Larger(Table table)
    {
        var larger = new Table(table.Keys.Length * 2);
        for (var slot = 1; slot <= table.Last; slot++)
        {
            larger.Keys[slot] = table.Keys[slot];
            larger.Cells[Cell(larger, table.Keys[slot])] = slot;
        }
        larger.Last = table.Last;
        return larger;
    }

    // Where the key stands, or the free cell where it would.
    private static int Cell(Table table, RecordKey key)
    {
        var mask = table.Cells.Length - 1;
        for (var cell = HashCode.Combine(key.Kind.GetHashCode(StringComparison.Ordinal), key.Id.GetHashCode(StringComparison.Ordinal)) & mask; ; cell = (cell + 1) & mask)
            if (Volatile.Read(ref table.Cells[cell]) is var slot && (slot == 0 || table.Keys[slot] == key)) return cell;
    }

    // Half of the cells stay free, so that a search is short and always ends.
    private sealed class Table(int keys)
    {
        public readonly RecordKey[] Keys = new RecordKey[keys];
        public readonly int[] Cells = new int[keys * 2];
        public int Last;
    }
}
