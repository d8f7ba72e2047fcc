namespace Kept.Core.Records;

/// <summary>What a Snapshot knows of one record.</summary>
/// <param name="Newest">Its newest version; null where it was only named.</param>
/// <param name="NamedBy">The slots of the records any version of which named it, each once.</param>
/// <param name="Names">The slots it ever named, each once.</param>
/// <param name="MovedTo">The slot of the record that its id is an old or printed id of; 0 for none.</param>
internal readonly record struct Slot(RecordVersion? Newest, Growing<int> NamedBy, Growing<int> Names, int MovedTo);

/// <summary>All slots of a Snapshot, in chunks of 128: a change copies the chunks it touches and the list of them, and shares the rest.</summary>
internal sealed class SlotVector
{
    private const int Bits = 7;
    private const int Size = 1 << Bits;
    private static readonly Slot[] Empty = new Slot[Size];
    private readonly Slot[]?[] _chunks;

    private SlotVector(Slot[]?[] chunks) => _chunks = chunks;

    public static SlotVector None { get; } = new([]);

    public ref readonly Slot this[int slot]
    {
        get
        {
            var chunk = slot >> Bits;
            return ref ((chunk < _chunks.Length ? _chunks[chunk] : null) ?? Empty)[slot & (Size - 1)];
        }
    }

    /// <summary>The slots that come after, while one writer makes them.</summary>
    internal sealed class Next(SlotVector from)
    {
        private readonly HashSet<int> _own = [];
        private Slot[]?[] _chunks = [.. from._chunks];
        private int _used = from._chunks.Length;

        /// <summary>A slot as it is so far.</summary>
        public Slot At(int slot) => (slot >> Bits) < _chunks.Length && _chunks[slot >> Bits] is { } chunk ? chunk[slot & (Size - 1)] : default;

        /// <summary>A slot to write to.</summary>
        public ref Slot this[int slot]
        {
            get
            {
                var chunk = slot >> Bits;
                if (chunk >= _chunks.Length) Array.Resize(ref _chunks, Math.Max(chunk + 1, _chunks.Length * 2));
                _used = Math.Max(_used, chunk + 1);
                if (_own.Add(chunk)) _chunks[chunk] = _chunks[chunk] is { } shared ? [.. shared] : new Slot[Size];
                return ref _chunks[chunk]![slot & (Size - 1)];
            }
        }

        public SlotVector Done() => new(_chunks[.._used]);
    }
}
