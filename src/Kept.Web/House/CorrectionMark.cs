using Kept.Core.Foundation;
using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Web.House;

/// <summary>"This was wrong", with the day it was put right and the way to what is right: on every page that shows words since corrected.</summary>
public static class CorrectionMark
{
    public static IHtmlContent Of(CorrectionShape correction) =>
        new Element("span").Class("meta")
            .Add(new Element("strong").Text($"This was wrong; corrected on {Dates.Long(LondonClock.DayOf(correction.Recorded))}."))
            .Text(" ").Add(new Element("a").With("href", FormattableString.Invariant($"/corrections#entry-{correction.Entry}")).Text("What is right"));
}
