using Kept.Core.Records;

namespace Kept.Web.Features.Programme.Actions;

/// <summary>The fields of an action in words, for its history.</summary>
public static class ActionFields
{
    public static IEnumerable<string> Say(IEnumerable<FieldChange> changes) =>
        changes.Where(c => c.Field != "effectiveText").Select(c => Say(c.Field)).Distinct(StringComparer.Ordinal);

    private static string Say(string field) => field switch
    {
        "requirements" => "what is required",
        "heard" => "what organisations said",
        "leads" or "leadBasis" => "who leads",
        "nextSteps" => "next steps",
        _ => field,
    };
}
