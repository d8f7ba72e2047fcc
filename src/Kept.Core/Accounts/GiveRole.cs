using Kept.Core.Records;

namespace Kept.Core.Accounts;

/// <summary>Gives an account one more role. Nobody gives one to themselves, nor twice the same.</summary>
public static class GiveRole
{
    /// <summary>The grant to add, or what is wrong, field by field; <paramref name="body"/> is as <see cref="RoleScope"/> takes it.</summary>
    public static (Grant? Grant, IReadOnlyList<(string Field, string Why)> Refusals) Of(Account account, string? role, string? body, View record, string by, DateTimeOffset now)
    {
        var refusals = new List<(string, string)>();
        if (account.Id == by) refusals.Add(("", "Nobody gives a role to themselves. Ask another administrator."));
        var known = Roles.Find(role ?? "");
        if (known is null) refusals.Add(("Role", "Choose a role."));
        var (scope, why) = known is { } asked ? RoleScope.Of(body, asked, record) : default;
        if (why is not null) refusals.Add(("Body", why));
        if (known is { } held && account.Grants.Any(g => g.Role == held && new RoleScope(g.Body, g.Place) == scope)) refusals.Add(("Role", "The person has this role already."));
        return refusals.Count > 0 ? (null, refusals)
            : (new Grant { AccountId = account.Id, Role = known!.Value, Body = scope.Body, Place = scope.Place, GivenBy = by, Given = now }, []);
    }
}
