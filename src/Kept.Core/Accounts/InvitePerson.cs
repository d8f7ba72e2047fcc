using System.Net.Mail;
using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Records;

namespace Kept.Core.Accounts;

/// <summary>Offers somebody one role. The rules: a name, an address, a role there is, and a body where and only where the role is for one.</summary>
public static class InvitePerson
{
    /// <summary>What was asked for, as it was typed.</summary>
    public sealed record Asked(string? Name, string? Email, string? Role, string? Body, string? Place);

    /// <summary>The invitation and the word of its link, which is kept nowhere; or what is wrong, field by field.</summary>
    public static (Invitation? Invitation, string? Word, IReadOnlyList<(string Field, string Why)> Refusals) Of(Asked asked, View record, string by, DateTimeOffset now)
    {
        var refusals = new List<(string, string)>();
        if (string.IsNullOrWhiteSpace(asked.Name)) refusals.Add(("Name", "Write the person's name."));
        if (!MailAddress.TryCreate(asked.Email?.Trim(), out var email)) refusals.Add(("Email", "Write a whole e-mail address, like name@example.org."));
        var role = Roles.Find(asked.Role ?? "");
        if (role is null) refusals.Add(("Role", "Choose what the person is to do."));
        var body = string.IsNullOrWhiteSpace(asked.Body) ? null : asked.Body;
        if (body is not null && record.Find<Organisation>(body) is null) refusals.Add(("Body", $"The record holds no body with the id {body}."));
        if (role is { } known && Roles.IsOfBody(known) && body is null) refusals.Add(("Body", "Choose the body the person is to write for."));
        if (role is { } whole && !Roles.IsOfBody(whole) && body is not null) refusals.Add(("Body", $"This role is for the whole programme. Leave the body empty."));
        if (refusals.Count > 0) return (null, null, refusals);
        var word = RandomId.Secret();
        return (new()
        {
            Id = RandomId.HashOf(word),
            Name = asked.Name!.Trim(),
            Email = email!.Address,
            Role = role!.Value,
            Body = body,
            Place = asked.Place,
            MadeBy = by,
            Made = now,
        }, word, []);
    }
}
