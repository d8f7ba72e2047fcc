using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Live;

/// <summary>
/// Tells everybody who listens what the Register appended. The first change goes out at once; those that follow within a
/// moment go out together.
/// </summary>
public sealed class LiveUpdates : IDisposable
{
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan BetweenPings = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ToTakeLeave = TimeSpan.FromSeconds(1);

    private readonly Register _register;
    private readonly TimeProvider _clock;
    private readonly ILogger<LiveUpdates> _log;
    private readonly int _most;
    private readonly ITimer _pings;
    private readonly SemaphoreSlim _news = new(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly List<LiveReader> _readers = [];
    private HashSet<RecordKey> _changed = [];
    private Snapshot _heard = Snapshot.Empty;
    private bool _stopped;
    private volatile Missed? _lastMissed;

    public LiveUpdates(Register register, TimeProvider clock, KeptSettings settings, ILogger<LiveUpdates> log)
    {
        (_register, _clock, _log, _most) = (register, clock, log, settings.LiveConnections);
        register.Appended += Hear;
        _pings = clock.CreateTimer(_ => Each(r => r.WakeWithPing()), null, BetweenPings, BetweenPings);
        _ = Tell();
    }

    public LiveRing Ring { get; } = new();

    /// <summary>How many listen now.</summary>
    public int Count
    {
        get { lock (_gate) return _readers.Count; }
    }

    /// <summary>False when as many listen as may, or when the site is stopping.</summary>
    public bool Join(LiveReader reader)
    {
        lock (_gate)
        {
            if (_stopped || _readers.Count >= _most) return false;
            reader.At = _readers.Count;
            _readers.Add(reader);
            return true;
        }
    }

    public void Leave(LiveReader reader)
    {
        lock (_gate)
        {
            var last = _readers[^1];
            (_readers[reader.At], last.At) = (last, reader.At);
            _readers.RemoveAt(_readers.Count - 1);
        }
    }

    /// <summary>What somebody missed who last saw an entry: its records, or "look again" when there are too many or the number is not ours.</summary>
    public LiveEvent? MissedSince(long number, Snapshot now)
    {
        if (number == now.Number) return null;
        if (number < 0 || number > now.Number || now.Number - number > LiveEvent.MostRecords) return LiveEvent.Again(now.Number);
        // After a break in the line many come back at once with the same number.
        if (_lastMissed is { } last && last.Since == number && last.Event.Number == now.Number) return last.Event;
        var changed = now.Kinds.SelectMany(now.Keys).Where(key => now.Newest(key)!.Entry.Number > number).ToList();
        var missed = LiveEvent.Of(now, changed);
        _lastMissed = new(number, missed);
        return missed;
    }

    /// <summary>Ends every connection: those who do not take leave in time are cut off.</summary>
    public void Stop()
    {
        LiveReader[] readers;
        lock (_gate)
        {
            _stopped = true;
            readers = [.. _readers];
        }
        foreach (var reader in readers) reader.Close();
        _ = CutThoseLeft();
    }

    private async Task CutThoseLeft()
    {
        await Task.Delay(ToTakeLeave, _clock);
        Each(r => r.Cut());
    }

    private void Hear(Snapshot snapshot, IReadOnlyList<Entry> entries)
    {
        lock (_gate)
        {
            _heard = snapshot;
            foreach (var entry in entries)
                if (_changed.Count <= LiveEvent.MostRecords) _changed.Add(entry.Record);
        }
        _news.Release();
    }

    private async Task Tell()
    {
        try
        {
            while (true)
            {
                await _news.WaitAsync(_stop.Token);
                Publish();
                await Task.Delay(Together, _clock, _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            Stop();
        }
    }

    private void Publish()
    {
        HashSet<RecordKey> changed;
        Snapshot now;
        // The Snapshot of the last change heard of: the Register's own may already hold one that is not in the list.
        lock (_gate) (changed, _changed, now, _heard) = (_changed, [], _heard, Snapshot.Empty);
        if (changed.Count == 0) return;
        try
        {
            Ring.Add(LiveEvent.Of(now, changed));
        }
        catch (Exception e)
        {
            // Whatever is wrong with one record, those who listen must hear that something changed.
            _log.LogError(e, "An event could not be written out; readers are told to look again");
            Ring.Add(LiveEvent.Again(now.Number));
        }
        Each(r => r.Wake());
    }

    private void Each(Action<LiveReader> what)
    {
        LiveReader[] readers;
        lock (_gate) readers = [.. _readers];
        foreach (var reader in readers) what(reader);
    }

    public void Dispose()
    {
        _register.Appended -= Hear;
        _stop.Cancel();
        _pings.Dispose();
    }

    private sealed record Missed(long Since, LiveEvent Event);
}
