using Kept.Core.Accounts;
using Kept.Core.Organisations;
using Kept.Core.Records;
using Kept.Design.Forms;

namespace Kept.Web.Features.Accounts;

/// <summary>Roles, and for whom they are, in words.</summary>
internal static class RoleWords
{
    /// <summary>"an editor", "a contributor".</summary>
    internal static string With(Role role)
    {
        var name = Roles.NameOf(role);
        return (name[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : "a ") + name;
    }

    /// <summary>"contributor for Perth and Kinross Council", "approver for every body of Perth and Kinross", "editor".</summary>
    internal static string Say(View record, Role role, string? body, string? place) =>
        Roles.NameOf(role) + (Whom(record, body, place) is { } whom ? " for " + whom : "");

    /// <summary>The name of the body, or of the place; null for the whole programme.</summary>
    internal static string? Whom(View record, string? body, string? place) =>
        body is not null ? record.Find<Organisation>(body)?.Body.Name ?? body
        : place is not null ? "every body of " + (record.Find<Place>(place)?.Body.Name ?? place) : null;

    /// <summary>For whom a role can be: every body, then every place that a body serves.</summary>
    internal static IEnumerable<Answer> Whom(View record)
    {
        var bodies = record.All<Organisation>().ToList();
        var places = bodies.Select(o => o.Body.Place).OfType<string>().Distinct(StringComparer.Ordinal);
        return
        [
            new("", "None"), .. bodies.Select(o => new Answer(o.Id, o.Body.Name)).OrderBy(a => a.Words, StringComparer.OrdinalIgnoreCase),
            .. places.Select(p => new Answer(RoleScope.PlaceValue(p), "Every body of " + (record.Find<Place>(p)?.Body.Name ?? p))).OrderBy(a => a.Words, StringComparer.OrdinalIgnoreCase),
        ];
    }
}
