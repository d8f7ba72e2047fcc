using Kept.Core.Accounts;

namespace Kept.Web.House.Work;

/// <summary>The power without which a page does not exist for whoever asks. Pages that name none exist for nobody.</summary>
/// <param name="body">The part of the address that names the body it is about, where the power is held for a body.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Power power, string? body = null) : Attribute
{
    public Power Power => power;

    public string? Body => body;
}

/// <summary>A page of one's own account: for everybody who is signed in.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OwnAccountAttribute : Attribute
{
    /// <summary>Whether it also serves those who still have to set up the second half of their sign-in.</summary>
    public bool EvenHalf { get; init; }
}

/// <summary>A page below /work or /account that everybody may open: to sign in, to take up an invitation, to answer by a link.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenToAllAttribute : Attribute;
