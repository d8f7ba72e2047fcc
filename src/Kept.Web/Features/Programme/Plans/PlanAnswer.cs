using Kept.Core.Assessments;
using Kept.Core.Foundation;

namespace Kept.Web.Features.Programme.Plans;

/// <summary>Is it enough, in a sentence: only what was published, and how long ago.</summary>
public static class PlanAnswer
{
    public static string Short(PlanPicture picture)
    {
        var assessed = picture.Total - picture.Count(Categories.NotAssessed);
        var notYet = picture.Count("insufficient") + picture.Count("little-or-none");
        return (assessed, notYet) switch
        {
            (0, _) => "Nobody has said yet.",
            (_, 0) => $"Work was underway on {All(assessed)}.",
            _ => $"Not yet, for {notYet} of the {picture.Total} actions of {picture.Plan.Title}.",
        };
    }

    public static string When(PlanPicture picture, DateOnly today) => picture.Newest switch
    {
        null => $"None of the {picture.Total} actions of {picture.Plan.Title} had been assessed by {Dates.Long(today)}.",
        { } newest when newest.IsOld(today) => $"Last published assessment, {newest.When}. Nothing published since.",
        { } newest => $"Assessed {newest.When}.",
    };

    private static string All(int count) => count == 1 ? "the one action assessed" : $"all {count} actions assessed";
}
