namespace Kept.Core.Search;

/// <summary>
/// The documents that hold one root, in rising order, each with how much the root counts there. One writer appends while
/// readers read what was there when they began.
/// </summary>
internal sealed class Postings
{
    private Held _held = new([], [], 0);

    /// <summary>Scratch of the writer: the document being counted, and what the root counts in it so far.</summary>
    public int CountedIn { get; set; } = -1;
    public int Counted { get; set; }

    public Held Now => Volatile.Read(ref _held);

    public void Append(int document, ushort weight)
    {
        var held = _held;
        var count = held.Count;
        if (count == held.Documents.Length)
        {
            var room = count < 4 ? 4 : count + (count / 2);
            var (documents, weights) = (held.Documents, held.Weights);
            Array.Resize(ref documents, room);
            Array.Resize(ref weights, room);
            held = new(documents, weights, count);
        }
        (held.Documents[count], held.Weights[count]) = (document, weight);
        held.Publish(count + 1);
        Volatile.Write(ref _held, held);
    }

    /// <summary>Takes documents out; whether any are left.</summary>
    public bool Without(IReadOnlySet<int> documents)
    {
        var held = _held;
        var kept = Enumerable.Range(0, held.Count).Where(i => !documents.Contains(held.Documents[i])).ToArray();
        if (kept.Length < held.Count)
            Volatile.Write(ref _held, new([.. kept.Select(i => held.Documents[i])], [.. kept.Select(i => held.Weights[i])], kept.Length));
        return kept.Length > 0;
    }

    public bool Has(int document) => _held is var held && held.Documents.AsSpan(0, held.Count).BinarySearch(document) >= 0;

    /// <summary>Gives back the room kept for growth.</summary>
    public void Trim()
    {
        if (_held is var held && held.Documents.Length > held.Count)
            Volatile.Write(ref _held, new(held.Documents[..held.Count], held.Weights[..held.Count], held.Count));
    }

    /// <summary>Arrays of which the first <see cref="Count"/> places are filled; that many never changes again.</summary>
    internal sealed class Held(int[] documents, ushort[] weights, int count)
    {
        private int _count = count;

        public int[] Documents { get; } = documents;
        public ushort[] Weights { get; } = weights;
        public int Count => Volatile.Read(ref _count);

        public void Publish(int count) => Volatile.Write(ref _count, count);
    }
}
