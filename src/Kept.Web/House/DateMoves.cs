using Kept.Core.Foundation;
using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Web.House;

/// <summary>Every date that was said before the one that stands, and when it moved.</summary>
public static class DateMoves
{
    public static IHtmlContent Of(IReadOnlyList<DateMoveShape> moves) => new Together([.. moves.Select((move, at) => Line(move, at == 0))]);

    private static Element Line(DateMoveShape move, bool first)
    {
        var line = new Element("span").Class("meta").Text(first ? "First said " : "Then said ");
        if (move.From.Count == 0) line.Text("no date");
        else line.Add(new Element("s").Class("words").Text($"“{DateMoveShape.Said(move.From)}”"));
        return line.Text($". {(move.What == "moved" ? "Moved" : "Corrected")} from {Dates.Long(move.Effective)}, recorded {Dates.Long(LondonClock.DayOf(move.Recorded))}.");
    }
}
