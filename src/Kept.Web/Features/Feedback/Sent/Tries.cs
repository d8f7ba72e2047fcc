namespace Kept.Web.Features.Feedback.Sent;

/// <summary>How many references may be asked for in a minute, by everybody together: enough for people, too few to guess one.</summary>
public sealed class Tries
{
    private const int InAMinute = 60;
    private readonly Lock _gate = new();
    private DateTimeOffset _minute;
    private int _taken;

    public bool Take(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (now - _minute >= TimeSpan.FromMinutes(1)) (_minute, _taken) = (now, 0);
            return ++_taken <= InAMinute;
        }
    }
}
