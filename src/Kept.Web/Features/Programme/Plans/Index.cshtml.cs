using Kept.Web.House;

namespace Kept.Web.Features.Programme.Plans;

/// <summary>The plans of the programme.</summary>
public sealed class IndexModel : PublicPage
{
    public IReadOnlyList<PlanItem> Plans => PlanTwins.All(Reading).Items;
}
