using Kept.Core.Foundation;

namespace Kept.Core.Accounts;

/// <summary>Who is asking, with the roles they hold at this moment.</summary>
public sealed record Person(string Id, string Name, string Email, IReadOnlyList<Person.Holds> Roles)
{
    /// <summary>A role, and the body or place it is for; both null for the whole programme, both given for a body because of its place.</summary>
    public sealed record Holds(Role Role, string? Body = null, string? Place = null);

    /// <summary>The bodies this person may write for.</summary>
    public IEnumerable<string> Bodies => Roles.Where(r => r.Body is not null).Select(r => r.Body!).Distinct(StringComparer.Ordinal);

    /// <summary>Whether the person holds the role for the whole programme.</summary>
    public bool Is(Role role) => Roles.Any(r => r.Role == role && r is { Body: null, Place: null });

    /// <summary>Whether the person may do this at all, for whichever body.</summary>
    public bool May(Power power) => Roles.Any(r => r is { Place: null } or { Body: not null } && Powers.Of(r.Role).Contains(power));

    /// <summary>Whether the person may do this for the body: staff for every body, others for their own.</summary>
    public bool May(Power power, string body) =>
        Roles.Any(r => r is { Place: null } or { Body: not null } && Powers.Of(r.Role).Contains(power) && (r.Body is null || string.Equals(r.Body, body, StringComparison.Ordinal)));

    /// <summary>What this person does, for the record.</summary>
    public Act Act(string why, string via, string? onBehalfOf = null) => new(Id, why, via, onBehalfOf);
}
