namespace Kept.Core.Accounts;

/// <summary>An offer of one role, sent to an address. Whoever opens its link and sets up a way to sign in becomes an account.</summary>
public sealed class Invitation
{
    /// <summary>How long it can be taken up.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    /// <summary>The hash of the word in the link, 64 letters.</summary>
    public required string Id { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    public required Role Role { get; init; }

    public string? Body { get; init; }

    public string? Place { get; init; }

    public required string MadeBy { get; init; }

    public required DateTimeOffset Made { get; init; }

    public DateTimeOffset? TakenUp { get; set; }

    public DateTimeOffset? Withdrawn { get; set; }

    public bool IsOpen(DateTimeOffset now) => TakenUp is null && Withdrawn is null && now - Made < Lasts;

    /// <summary>The role it offers, for the account that takes it up.</summary>
    public Grant GrantTo(Account account, DateTimeOffset now) =>
        new() { AccountId = account.Id, Role = Role, Body = Body, Place = Place, GivenBy = MadeBy, Given = now };
}
