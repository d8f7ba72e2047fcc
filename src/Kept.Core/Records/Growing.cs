namespace Kept.Core.Records;

/// <summary>
/// A list that only grows, and shares its array with those it grew from: adding is one write. A list sees its own length
/// and nothing behind it. Holds no default value, which marks a place as free.
/// </summary>
internal readonly struct Growing<T> where T : unmanaged
{
    private readonly T[]? _items;

    private Growing(T[] items, int count) => (_items, Count) = (items, count);

    public int Count { get; }

    public ReadOnlySpan<T> Items => _items.AsSpan(0, Count);

    public T this[int index] => Items[index];

    /// <summary>The list and one more. Where another list has already grown from this one, it gets an array of its own.</summary>
    public Growing<T> Add(T value)
    {
        if (_items is not null && Count < _items.Length && Interlocked.CompareExchange(ref _items[Count], value, default).Equals(default(T))) return new(_items, Count + 1);
        var longer = new T[Math.Max(2, Count * 2)];
        Items.CopyTo(longer);
        longer[Count] = value;
        return new(longer, Count + 1);
    }
}
