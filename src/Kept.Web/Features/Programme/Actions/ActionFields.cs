namespace Kept.Web.Features.Programme.Actions;

/// <summary>The fields of an action in words, for its history.</summary>
public static class ActionFields
{
    public static string Say(string field) => field switch
    {
        "heard" => "what organisations said",
        "leads" or "leadBasis" => "who leads",
        "nextSteps" => "next steps",
        "timetable" => "timetable",
        "remarks" => "remarks",
        "requirements" => "what is required",
        "effectiveText" => "how its date is said",
        _ => field,
    };
}
