using Kept.Core.Foundation;
using Kept.Core.Records;

namespace Kept.Core.Accounts;

/// <summary>Offers somebody one role. The rules: a name, an address, a role there is, and a body where and only where the role is for one.</summary>
public static class InvitePerson
{
    /// <summary>What was asked for, as it was typed; the body as <see cref="RoleScope"/> takes it.</summary>
    public sealed record Asked(string? Name, string? Email, string? Role, string? Body);

    /// <summary>The invitation and the word of its link, which is kept nowhere; or what is wrong, field by field.</summary>
    public static (Invitation? Invitation, string? Word, IReadOnlyList<(string Field, string Why)> Refusals) Of(Asked asked, View record, string by, DateTimeOffset now)
    {
        var refusals = new List<(string, string)>();
        if (string.IsNullOrWhiteSpace(asked.Name)) refusals.Add(("Name", "Write the person's name."));
        var email = EmailAddress.Read(asked.Email);
        if (email is null) refusals.Add(("Email", "Write a whole e-mail address, like name@example.org."));
        var role = Roles.Find(asked.Role ?? "");
        if (role is null) refusals.Add(("Role", "Choose what the person is to do."));
        var (scope, why) = role is { } known ? RoleScope.Of(asked.Body, known, record) : default;
        if (why is not null) refusals.Add(("Body", why));
        if (refusals.Count > 0) return (null, null, refusals);
        var word = RandomId.Secret();
        return (new()
        {
            Id = RandomId.HashOf(word),
            Name = asked.Name!.Trim(),
            Email = email!,
            Role = role!.Value,
            Body = scope.Body,
            Place = scope.Place,
            MadeBy = by,
            Made = now,
        }, word, []);
    }
}
