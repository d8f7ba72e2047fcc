using Kept.Core.Foundation;

namespace Kept.Core.Notices;

/// <summary>One thing that one address follows, or asked to.</summary>
public sealed class Follow
{
    /// <summary>How long it waits to be confirmed.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(7);

    public string Id { get; init; } = RandomId.Next();

    public required string FollowerId { get; init; }

    public required FollowedKind Kind { get; init; }

    public required string Target { get; init; }

    /// <summary>How often was asked for; counts once it is confirmed.</summary>
    public Often Asked { get; set; }

    public required DateTimeOffset Made { get; set; }

    public DateTimeOffset? Confirmed { get; set; }

    /// <summary>The number of the newest entry when it was confirmed.</summary>
    public long Since { get; set; }

    public Followed What => new(Kind, Target);
}
