using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Html;

/// <summary>Several pieces of content, one after the other, with nothing between.</summary>
public sealed class Together(IReadOnlyList<IHtmlContent> parts) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var part in parts) part.WriteTo(writer, encoder);
    }
}
