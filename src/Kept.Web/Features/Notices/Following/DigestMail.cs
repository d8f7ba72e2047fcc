using System.Globalization;
using System.Text;
using Kept.Core.Foundation;
using Kept.Core.Notices;
using Kept.Core.Records;
using Kept.Web.Features.Changes;
using Kept.Web.House;

namespace Kept.Web.Features.Notices.Following;

/// <summary>What changed, as the text of an e-mail: under what is followed, a line for each record, its reason and its address.</summary>
public static class DigestMail
{
    private const int Most = 100;

    /// <param name="site">The site's address, without a slash at the end.</param>
    public static string Changes(View view, IReadOnlyList<FollowedChange> changes, string site)
    {
        var text = new StringBuilder();
        foreach (var under in changes.Take(Most).GroupBy(c => c.Because.What))
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(FollowedThing.Of(view, under.Key)?.Words ?? "What you followed").Append("\n\n");
            foreach (var change in under) Line(text, view, change, site);
        }
        if (changes.Count > Most) text.Append(CultureInfo.InvariantCulture, $"\nAnd {Words.Counted(changes.Count - Most, "more change", "more changes")}: {site}{ChangesLinks.Changes}\n");
        return text.ToString().TrimEnd();
    }

    private static void Line(StringBuilder text, View view, FollowedChange change, string site)
    {
        var shape = ChangeShape.Of(view, RecordChange.Across(view.Newest(change.Key)!, change.Versions));
        text.Append("* ").Append(OneLine(shape.Words)).Append('\n');
        if (shape.Effective > view.At) text.Append("  True from ").Append(Dates.Long(shape.Effective)).Append(".\n");
        if (shape.Why is { Length: > 0 } why) text.Append("  ").Append(OneLine(why)).Append('\n');
        text.Append("  ").Append(site).Append(shape.Url ?? ChangesLinks.Act(shape.Entry)).Append('\n');
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])['\r', '\n', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
