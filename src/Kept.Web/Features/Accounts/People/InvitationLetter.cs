using Kept.Core.Accounts;
using Kept.Core.Notices;

namespace Kept.Web.Features.Accounts.People;

/// <summary>The e-mail that brings an invitation, or a new way in.</summary>
public static class InvitationLetter
{
    public static OutboxMessage Of(Invitation invitation, string link, string programme, DateTimeOffset now) => OutboxMessage.Of(
        "invitation:" + invitation.Id, invitation.Email,
        invitation.Role is null ? $"{programme}: your new way in" : $"{programme}: you are invited",
        $"""
        {invitation.Name},

        {(invitation.Role is { } role
            ? $"you are invited to be {RoleWords.With(role)} of {programme}. {Roles.Say(role)}"
            : $"somebody who looks after {programme} made you a new way in. Your old one works until you use it.")}

        Open this link within {Invitation.Lasts.Days} days. It works once:

        {link}

        If you did not expect this, do nothing: without the link nobody gets in.
        """, now);
}
