using Kept.Core.Programme;

namespace Kept.Web.Features.Programme;

/// <summary>What a page says of a plan whose period has gone.</summary>
public static class PlanPeriod
{
    public static bool HasPassed(Plan plan, DateOnly today) => plan.CompleteBy?.HasPassed(today) == true;

    /// <summary>"Plan 21-24 was to be complete by 2024. That date has passed."</summary>
    public static string Say(Plan plan) => $"{plan.Title} was to be complete {plan.CompleteBy!.Text}. That date has passed.";
}
