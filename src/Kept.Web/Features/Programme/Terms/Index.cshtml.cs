using Kept.Web.House;

namespace Kept.Web.Features.Programme.Terms;

/// <summary>The sets of words and ideas the programme thinks in.</summary>
public sealed class IndexModel : PublicPage
{
    public IReadOnlyList<SchemeItem> Schemes => SchemeItem.All(Record);
}
