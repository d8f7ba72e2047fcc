namespace Kept.Core.Accounts;

/// <summary>One place where a person is signed in. The browser holds the key; here stands only its hash.</summary>
public sealed class Session
{
    /// <summary>How long nothing may happen before one signs in again.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>How long one sign-in lasts whatever happens.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>The hash of the key, 64 letters.</summary>
    public required string Id { get; init; }

    public required string AccountId { get; init; }

    public Account? Account { get; init; }

    public required DateTimeOffset Began { get; init; }

    public required DateTimeOffset Seen { get; set; }

    /// <summary>When its owner, an administrator or a new password ended it.</summary>
    public DateTimeOffset? Ended { get; set; }

    /// <summary>The browser as its owner would name it: "Firefox on Linux".</summary>
    public required string Device { get; init; }

    /// <summary>How the person proved who they are: "passkey", "password and code", "password".</summary>
    public required string Proof { get; init; }

    public bool IsOpen(DateTimeOffset now) => Ended is null && now - Seen < Idle && now - Began < Longest;
}
