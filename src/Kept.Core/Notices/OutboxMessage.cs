using Kept.Core.Foundation;

namespace Kept.Core.Notices;

/// <summary>One e-mail that waits, was sent, or could not be. Once it was sent its text is gone.</summary>
public sealed class OutboxMessage
{
    /// <summary>The pauses after each try that failed: over a day in all.</summary>
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromHours(12), TimeSpan.FromHours(12),
    ];

    public string Id { get; init; } = RandomId.Next();

    /// <summary>What it is about, once only: a second message of the same key is not written.</summary>
    public required string Key { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; set; }

    /// <summary>What it is, which decides whether a pause holds it.</summary>
    public NoticeKind Kind { get; init; }

    /// <summary>The address that ends such mail with one click; gone once it was sent.</summary>
    public string? Stop { get; set; }

    public required DateTimeOffset Made { get; init; }

    /// <summary>When it is tried next. Who tries it moves this on first, so that no other node tries it meanwhile.</summary>
    public required DateTimeOffset Next { get; set; }

    public int Tries { get; set; }

    public DateTimeOffset? Sent { get; set; }

    /// <summary>Since when it is no longer tried: refused for good, or tried too often.</summary>
    public DateTimeOffset? Parked { get; set; }

    /// <summary>What the mail server said last.</summary>
    public string? Trouble { get; set; }

    /// <summary>A message that is to be sent as soon as can be.</summary>
    public static OutboxMessage Of(string key, string to, string subject, string text, DateTimeOffset now, NoticeKind kind = NoticeKind.Account, string? stop = null) =>
        new() { Key = key, To = to, Subject = subject, Text = text, Kind = kind, Stop = stop, Made = now, Next = now };

    /// <summary>The mail server has it.</summary>
    public void Taken(DateTimeOffset now) => (Sent, Text, Stop, Trouble) = (now, "", null, null);

    /// <summary>It was not taken: once more after a pause, or parked.</summary>
    public void Failed(string why, bool forGood, DateTimeOffset now)
    {
        Trouble = why.Length > 500 ? why[..500] : why;
        Tries++;
        if (forGood || Tries > Pauses.Length) Parked = now;
        else Next = now + Pauses[Tries - 1];
    }

    /// <summary>Somebody mended what stood in the way.</summary>
    public void TryAgain(DateTimeOffset now) => (Parked, Tries, Next) = (null, 0, now);
}
