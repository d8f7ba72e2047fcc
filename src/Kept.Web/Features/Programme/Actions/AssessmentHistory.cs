using Kept.Core.Assessments;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Actions;

/// <summary>One step in what was said of an action, oldest first; "not assessed" from the day the plan named it.</summary>
public sealed record AssessmentStep(string Category, string? Wording, DateOnly Effective, string? EffectiveText, string? Reason, IdName? Assessor)
{
    public static IReadOnlyList<AssessmentStep> Of(View view, RecordKey action)
    {
        var first = view.History(action).Where(v => v.IsStatement).Select(v => v.Entry.Effective).DefaultIfEmpty(view.At).Min();
        var published = view.EverReferring(action).Where(k => k.Kind == RecordKinds.NameOf<Assessment>())
            .SelectMany(view.History).Where(v => v.Entry.Effective <= view.At)
            .Select(v => (Version: v, Body: v.Body as Assessment)).Where(v => v.Body is not null && v.Body.Action == action.Id)
            .OrderBy(v => v.Version.Entry.Effective).ThenBy(v => v.Version.Entry.Number)
            .Select(v => new AssessmentStep(
                v.Body!.Category, v.Body.Wording, v.Version.Entry.Effective, v.Body.EffectiveText, v.Version.Why, Names.Organisation(view, v.Body.Assessor)))
            .ToList();
        return published is [{ } earliest, ..] && earliest.Effective <= first
            ? published
            : [new(Categories.NotAssessed, null, first, null, "No assessment had been published.", null), .. published];
    }
}
