namespace Kept.Web.Features.Live;

/// <summary>
/// The last events, shared by all who listen; each keeps only its place. One writer, any number of readers, no lock.
/// Who falls behind by more than it holds has missed some.
/// </summary>
public sealed class LiveRing
{
    public const int Size = 64;

    private readonly Slot?[] _slots = new Slot?[Size];
    private long _count;

    private sealed record Slot(long Place, LiveEvent Event);

    /// <summary>The place of the next event that will be added.</summary>
    public long Next => Volatile.Read(ref _count);

    public void Add(LiveEvent added)
    {
        var place = _count;
        Volatile.Write(ref _slots[place % Size], new(place, added));
        Volatile.Write(ref _count, place + 1);
    }

    /// <summary>The event at a place, which moves on to the next; null when there is none yet.</summary>
    public LiveEvent? Take(ref long place)
    {
        var next = Next;
        if (place >= next) return null;
        var slot = Volatile.Read(ref _slots[place % Size])!;
        if (slot.Place == place)
        {
            place++;
            return slot.Event;
        }
        var newest = Volatile.Read(ref _slots[(next - 1) % Size])!;
        place = next;
        return LiveEvent.Again(newest.Event.Number);
    }
}
