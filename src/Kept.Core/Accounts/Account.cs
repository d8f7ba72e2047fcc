using Kept.Core.Foundation;
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

    /// <summary>The person with the roles they hold now; the grants must have been read along.</summary>
    public Person AsPerson() => new(Id, Name, Email ?? "", [.. Grants.Select(g => new Person.Holds(g.Role, g.Body, g.Place))]);
}
