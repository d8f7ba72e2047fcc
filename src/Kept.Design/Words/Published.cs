using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Words;

/// <summary>Somebody else's words: serif, in quotation marks the style sheet adds, exact. Only what was published, letter by letter.</summary>
public static class Published
{
    public static IHtmlContent Quote(string words) => new Element("q").Class("words").Text(words);

    /// <summary>A published date over our reading of it. Words is null when nothing is stated: then the chip stands there.</summary>
    public static IHtmlContent Due(string? words, string? reading)
    {
        var parts = new List<IHtmlContent> { words is null ? UnknownWords.Chip("No date stated") : new Element("q").Class("words due").Text(words) };
        if (reading is not null) parts.Add(new Element("span").Class("read").Text(reading));
        return new Together(parts);
    }

    /// <summary>Label for a paraphrase of ours, so that nobody quotes it as theirs.</summary>
    public static IHtmlContent SummaryLabel() => new Element("span").Class("summary-label").Text("Our summary");
}
