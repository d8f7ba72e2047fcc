using Kept.Core.Foundation;

namespace Kept.Core.Notices;

/// <summary>An e-mail address that is told of changes. It has no account, and is erased when it follows nothing any more.</summary>
public sealed class Follower
{
    /// <summary>How many e-mails may ask one address, within a day, whether it wants to follow.</summary>
    public const int AskedADay = 5;

    public string Id { get; init; } = RandomId.Next();

    public required string Email { get; init; }

    /// <summary>The address in small letters: there is one of each.</summary>
    public required string EmailKey { get; init; }

    public Often Often { get; set; }

    public required DateTimeOffset Made { get; init; }

    /// <summary>The time of the last digest that was made, or would have been had anything changed.</summary>
    public required DateTimeOffset Looked { get; set; }

    /// <summary>The number of the newest entry that was looked at by then.</summary>
    public long Seen { get; set; }

    public ICollection<Follow> Follows { get; init; } = [];

    public ICollection<FollowWord> Words { get; init; } = [];

    /// <summary>The keys of its e-mails begin so: they go when it goes.</summary>
    public string Keys => KeysOf(Id);

    public static string KeysOf(string id) => $"follow:{id}:";

    public static Follower Of(string email, DateTimeOffset now) => new() { Email = email, EmailKey = KeyOf(email), Made = now, Looked = now };

    public static string KeyOf(string email) => email.Trim().ToLowerInvariant();

    /// <summary>Wants to follow something, and has to confirm it: the follow, and the word of the link that does. Null when the address was asked often enough today.</summary>
    public (Follow Follow, FollowWord Row, string Word)? Ask(Followed what, Often often, DateTimeOffset now)
    {
        if (Words.Count(w => w.FollowId is not null && now - w.Made < TimeSpan.FromDays(1)) >= AskedADay) return null;
        var follow = Follows.FirstOrDefault(f => f.What == what);
        if (follow is null) Follows.Add(follow = new Follow { FollowerId = Id, Kind = what.Kind, Target = what.Id, Made = now });
        (follow.Asked, follow.Made) = (often, now);
        var (row, word) = NewWord(now, follow.Id);
        return (follow, row, word);
    }

    /// <summary>Whoever reads the mail of the address says yes. Told is what is recorded from now on.</summary>
    public void Confirm(Follow follow, long newest, DateTimeOffset now)
    {
        if (follow.Confirmed is not null && follow.Asked == Often) return;
        if (!Follows.Any(f => f.Confirmed is not null)) (Looked, Seen) = (now, newest);
        Often = follow.Asked;
        if (follow.Confirmed is null) (follow.Confirmed, follow.Since) = (now, newest);
    }

    /// <summary>A word for the links of one e-mail; only its hash is kept.</summary>
    public (FollowWord Row, string Word) NewWord(DateTimeOffset now, string? follow = null)
    {
        var word = RandomId.Secret();
        var row = new FollowWord { Id = RandomId.HashOf(word), FollowerId = Id, FollowId = follow, Made = now };
        Words.Add(row);
        return (row, word);
    }
}
