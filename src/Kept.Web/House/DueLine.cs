using Kept.Design.Html;
using Kept.Design.Words;
using Microsoft.AspNetCore.Html;

namespace Kept.Web.House;

/// <summary>A date with its reading, what kind of date it is, and what is noted of it, in a paragraph of its own.</summary>
public static class DueLine
{
    public static IHtmlContent Of(DueShape due)
    {
        var line = new Element("p").Add(Published.Due(due.Text, DueWords.Reading(due)));
        if (due.Kind != "due") line.Text(" ").Add(Aside(Kind(due.Kind)));
        if (due.Note is { } note) line.Text(" ").Add(Aside($"Note: {note}{(note.EndsWith('.') ? "" : ".")}"));
        return line;
    }

    private static string Kind(string kind) => kind switch
    {
        "past" => "It happened.",
        "funding-period" => "The period of the money.",
        "period" => "The period of the work.",
        "open" => "A beginning only, no end.",
        _ => "Not a date to be met.",
    };

    private static Element Aside(string words) => new Element("span").Class("small quiet").Text(words);
}
