using Kept.Core.Organisations;
using Kept.Core.Records;

namespace Kept.Core.Accounts;

/// <summary>Gives an account one more role. Nobody gives one to themselves, nor twice the same.</summary>
public static class GiveRole
{
    /// <summary>The grant to add, or what is wrong, field by field.</summary>
    public static (Grant? Grant, IReadOnlyList<(string Field, string Why)> Refusals) Of(Account account, string? role, string? body, View record, string by, DateTimeOffset now)
    {
        var refusals = new List<(string, string)>();
        body = string.IsNullOrWhiteSpace(body) ? null : body;
        if (account.Id == by) refusals.Add(("", "Nobody gives a role to themselves. Ask another administrator."));
        var known = Roles.Find(role ?? "");
        if (known is null) refusals.Add(("Role", "Choose a role."));
        else if (Roles.IsOfBody(known.Value) && body is null) refusals.Add(("Body", "Choose the body the person is to write for."));
        else if (!Roles.IsOfBody(known.Value) && body is not null) refusals.Add(("Body", "This role is for the whole programme. Leave the body empty."));
        if (body is not null && record.Find<Organisation>(body) is null) refusals.Add(("Body", $"The record holds no body with the id {body}."));
        if (known is { } held && account.Grants.Any(g => g.Role == held && g.Body == body)) refusals.Add(("Role", "The person has this role already."));
        return refusals.Count > 0 ? (null, refusals)
            : (new Grant { AccountId = account.Id, Role = known!.Value, Body = body, GivenBy = by, Given = now }, []);
    }
}
