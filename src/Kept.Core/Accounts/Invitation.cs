using Kept.Core.Foundation;

namespace Kept.Core.Accounts;

/// <summary>
/// An offer of one role, sent to an address: whoever opens its link and sets up a way to sign in becomes an account. Or, for
/// somebody who lost their way in, the offer to set it up anew: then it names their account, and gives no role.
/// </summary>
public sealed class Invitation
{
    /// <summary>How long it can be taken up.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    /// <summary>The hash of the word in the link, 64 letters.</summary>
    public required string Id { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    public Role? Role { get; init; }

    /// <summary>The account that gets a new way in; null where a new account is offered.</summary>
    public string? ForAccount { get; init; }

    public string? Body { get; init; }

    public string? Place { get; init; }

    public required string MadeBy { get; init; }

    public required DateTimeOffset Made { get; init; }

    public DateTimeOffset? TakenUp { get; set; }

    public DateTimeOffset? Withdrawn { get; set; }

    public bool IsOpen(DateTimeOffset now) => TakenUp is null && Withdrawn is null && now - Made < Lasts;

    /// <summary>The role it offers, for the account that takes it up.</summary>
    public Grant GrantTo(Account account, DateTimeOffset now) =>
        new() { AccountId = account.Id, Role = Role ?? throw new InvalidOperationException("This invitation offers no role."), Body = Body, Place = Place, GivenBy = MadeBy, Given = now };

    /// <summary>A new way in for somebody who has an account, and the word of its link, which is kept nowhere.</summary>
    public static (Invitation Invitation, string Word) NewWayIn(Account account, string by, DateTimeOffset now)
    {
        var word = RandomId.Secret();
        return (new() { Id = RandomId.HashOf(word), Email = account.Email ?? "", Name = account.Name, ForAccount = account.Id, MadeBy = by, Made = now }, word);
    }
}
