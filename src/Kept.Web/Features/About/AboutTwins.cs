using Kept.Web.Features.About.Seal;
using Kept.Web.House;

namespace Kept.Web.Features.About;

/// <summary>The seal as data.</summary>
public static class AboutTwins
{
    public static void Map(Twins twins) => twins.Single(AboutLinks.Verify, http => SealShape.Of(http.Reading().View.Snapshot));
}
