using System.Text;
using System.Text.Encodings.Web;
using System.Xml;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Html;

/// <summary>Anybody's words, encoded, with no element around them. What XML cannot say is left out.</summary>
public sealed class Plain(string text) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        encoder.Encode(writer, Sayable(text));
    }

    // A control character would make the SVG unreadable as XML even when encoded.
    internal static string Sayable(string text)
    {
        var at = 0;
        while (at < text.Length && XmlConvert.IsXmlChar(text[at])) at++;
        if (at == text.Length) return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)) kept.Append(rune.ToString());
        }

        return kept.ToString();
    }
}
