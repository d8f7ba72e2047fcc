namespace Kept.Web.House;

/// <summary>How often something may be tried in a span of time, by everybody together: enough for people, too few to guess.</summary>
public abstract class Tries(int most, TimeSpan span)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _since;
    private int _taken;

    /// <summary>Counts one; false where none was left.</summary>
    public bool Take(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (now - _since >= span) (_since, _taken) = (now, 0);
            return ++_taken <= most;
        }
    }

    /// <summary>Whether one is left.</summary>
    public bool AreLeft(DateTimeOffset now)
    {
        lock (_gate)
        {
            return _taken < most || now - _since >= span;
        }
    }
}
