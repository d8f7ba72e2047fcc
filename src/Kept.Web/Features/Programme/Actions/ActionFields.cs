using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Actions;

/// <summary>The fields of an action in words, for its history.</summary>
public static class ActionFields
{
    public static IEnumerable<string> Say(IEnumerable<FieldChange> changes) =>
        changes.Where(c => c.Field != "effectiveText").Select(c => FieldWords.Of(c.Field)).Distinct(StringComparer.Ordinal);
}
