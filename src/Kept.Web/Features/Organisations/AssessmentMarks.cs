using Kept.Core.Assessments;
using Kept.Core.Foundation;
using Kept.Design.Marks;
using Kept.Web.Features.Organisations.Bodies;

namespace Kept.Web.Features.Organisations;

/// <summary>How a list of actions says what was assessed of each, beside its mark.</summary>
public static class AssessmentMarks
{
    public static Density Of(string category) => category switch
    {
        "underway" => Density.CloseWeave,
        "insufficient" => Density.OpenWeave,
        "little-or-none" => Density.BareWarp,
        _ => Density.EmptyFrame,
    };

    /// <summary>"Not yet sufficient, assessed about late June 2021".</summary>
    public static string Say(RoleShape role) => role.Category is { } category && role.Assessed is { } day
        ? $"{Categories.ShortLabel(category)}, assessed {role.AssessedText ?? "on " + Dates.Long(day)}"
        : Categories.Label(Categories.NotAssessed);
}
