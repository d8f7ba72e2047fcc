using Kept.Core.Foundation;
using Kept.Core.Records;
using Microsoft.AspNetCore.Identity;

namespace Kept.Core.Accounts;

/// <summary>A person who can sign in. Its id is random and is what the record names as who did something.</summary>
public sealed class Account : IdentityUser<string>
{
    public Account() => Id = RandomId.Next();

    /// <summary>How colleagues know the person; never public.</summary>
    public string Name { get; set; } = "";

    public DateTimeOffset Created { get; set; }

    /// <summary>Since when the person may no longer sign in; null while they may.</summary>
    public DateTimeOffset? Disabled { get; set; }

    /// <summary>What the person may do.</summary>
    public List<Grant> Grants { get; } = [];

    /// <summary>The person with the roles they hold now, a place's for each of its bodies too; the grants must have been read along.</summary>
    public Person AsPerson(View record) => new(Id, Name, Email ?? "", [.. Grants.SelectMany(g => Held(g, record))]);

    private static IEnumerable<Person.Holds> Held(Grant grant, View record) =>
        grant.Place is null ? [new(grant.Role, grant.Body)]
        : [new(grant.Role, null, grant.Place), .. new RoleScope(null, grant.Place).Bodies(record).Select(body => new Person.Holds(grant.Role, body, grant.Place))];
}
