namespace Kept.Core.Notices;

/// <summary>The word in the links of one e-mail to a follower, known by its hash.</summary>
public sealed class FollowWord
{
    /// <summary>How long the links of an e-mail open something.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(365);

    public required string Id { get; init; }

    public required string FollowerId { get; init; }

    /// <summary>The follow that the e-mail asked about; null for a digest.</summary>
    public string? FollowId { get; init; }

    public required DateTimeOffset Made { get; init; }
}
