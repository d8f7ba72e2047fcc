using Kept.Core.Accounts;

namespace Kept.Web.Features.Accounts.People;

/// <summary>Roles in sentences.</summary>
public static class RoleWords
{
    /// <summary>"an editor", "a contributor".</summary>
    public static string With(Role role)
    {
        var name = Roles.NameOf(role);
        return (name[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : "a ") + name;
    }
}
