using Kept.Core.Organisations;
using Kept.Core.Records;

namespace Kept.Core.Accounts;

/// <summary>For whom a role is: the whole programme (both null), one body, or every body that serves a place.</summary>
public readonly record struct RoleScope(string? Body, string? Place)
{
    private const string OfPlace = "place/";

    /// <summary>How a form names a place among the bodies.</summary>
    public static string PlaceValue(string code) => OfPlace + code;

    /// <summary>What was chosen, the id of a body or "place/" and a code; or why this role cannot be for that.</summary>
    public static (RoleScope Scope, string? Why) Of(string? chosen, Role role, View record)
    {
        var whom = string.IsNullOrWhiteSpace(chosen) ? null : chosen.Trim();
        if (!Roles.IsOfBody(role)) return (default, whom is null ? null : "This role is for the whole programme. Leave the body empty.");
        if (whom is null) return (default, "Choose the body the person is to write for.");
        if (!whom.StartsWith(OfPlace, StringComparison.Ordinal))
            return record.Find<Organisation>(whom) is null ? (default, $"The record holds no body with the id {whom}.") : (new(whom, null), null);
        var scope = new RoleScope(null, whom[OfPlace.Length..]);
        return scope.Bodies(record).Any() ? (scope, null) : (default, $"The record holds no body that serves the place {scope.Place}.");
    }

    /// <summary>The bodies it is for as the record stands; none where it is for the whole programme.</summary>
    public IEnumerable<string> Bodies(View record)
    {
        var place = Place;
        return Body is not null ? [Body] : place is null ? [] : record.All<Organisation>().Where(o => o.Body.Place == place).Select(o => o.Id);
    }
}
