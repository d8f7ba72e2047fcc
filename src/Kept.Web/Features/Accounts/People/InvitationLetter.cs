using System.Globalization;
using Kept.Core.Accounts;
using Kept.Core.Notices;
using Kept.Web.Features.Notices;

namespace Kept.Web.Features.Accounts.People;

/// <summary>The e-mail that brings an invitation, or a new way in.</summary>
public static class InvitationLetter
{
    public static Task<OutboxMessage> Of(Letters letters, Invitation invitation, string link, string programme, DateTimeOffset now) => letters.Write(
        invitation.Role is null ? MailTexts.NewWayIn : MailTexts.Invitation, new("invitation:" + invitation.Id, invitation.Email, NoticeKind.Account), now,
        ("name", invitation.Name), ("programme", programme), ("link", link), ("days", Invitation.Lasts.Days.ToString(CultureInfo.InvariantCulture)),
        ("role", invitation.Role is { } role ? RoleWords.With(role) : ""), ("what", invitation.Role is { } known ? Roles.Say(known) : ""));
}
