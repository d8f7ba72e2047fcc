using System.Net;
using System.Text;

namespace Kept.Web.Commands.StaticSite;

/// <summary>
/// Walks over the tags of HTML that this program made itself, whose attributes stand in double quotes. Not a reader of
/// other people's HTML.
/// </summary>
internal static class Tags
{
    /// <summary>One opening tag: its name, and its attributes as written, in order.</summary>
    internal sealed record Tag(string Name, IReadOnlyList<(string Name, string? Value)> Attributes, bool ClosesItself)
    {
        internal string? this[string name] => Attributes.FirstOrDefault(a => a.Name == name).Value is { } raw ? WebUtility.HtmlDecode(raw) : null;

        /// <summary>The tag with another value, or without the attribute where that is null.</summary>
        internal Tag With(string name, string? value) => this with
        {
            Attributes = [.. Attributes.Where(a => a.Name != name || value is not null).Select(a => a.Name == name ? (name, WebUtility.HtmlEncode(value)) : a)],
        };

        public override string ToString()
        {
            var text = new StringBuilder("<").Append(Name);
            foreach (var (name, value) in Attributes) text.Append(' ').Append(name).Append(value is null ? "" : $"=\"{value}\"");
            return text.Append(ClosesItself ? " />" : ">").ToString();
        }
    }

    /// <summary>The text with each opening tag put through <paramref name="change"/>; a null answer takes the tag out.</summary>
    internal static string Change(string html, Func<Tag, string?> change)
    {
        var text = new StringBuilder(html.Length);
        var at = 0;
        while (html.IndexOf('<', at) is var open and >= 0)
        {
            text.Append(html, at, open - at);
            if (open + 1 == html.Length || !char.IsAsciiLetter(html[open + 1]))
            {
                text.Append('<');
                at = open + 1;
                continue;
            }
            var (tag, end) = Read(html, open);
            text.Append(change(tag));
            at = end;
        }
        return text.Append(html, at, html.Length - at).ToString();
    }

    /// <summary>Every opening tag in order.</summary>
    internal static IReadOnlyList<Tag> All(string html)
    {
        var all = new List<Tag>();
        Change(html, tag => { all.Add(tag); return null; });
        return all;
    }

    /// <summary>The text with each element of a name, from its opening to its closing tag, replaced. Such elements are never one in another.</summary>
    internal static string Replace(string html, string name, Func<Tag, string, string> with)
    {
        var (text, at, closing) = (new StringBuilder(html.Length), 0, $"</{name}>");
        while (Opening(html, name, at) is var open and >= 0)
        {
            var (tag, end) = Read(html, open);
            var close = html.IndexOf(closing, end, StringComparison.Ordinal);
            text.Append(html, at, open - at).Append(with(tag, html[end..close]));
            at = close + closing.Length;
        }
        return text.Append(html, at, html.Length - at).ToString();
    }

    private static int Opening(string html, string name, int from)
    {
        for (var at = from; html.IndexOf("<" + name, at, StringComparison.Ordinal) is var open and >= 0; at = open + 1)
            if (html[open + 1 + name.Length] is '>' or ' ' or '\n') return open;
        return -1;
    }

    private static (Tag Tag, int End) Read(string html, int open)
    {
        var at = open + 1;
        while (!(html[at] is '>' or '/' || char.IsWhiteSpace(html[at]))) at++;
        var name = html[(open + 1)..at];
        var attributes = new List<(string, string?)>();
        var closes = false;
        while (html[at] != '>')
        {
            if (html[at] == '/') { closes = true; at++; continue; }
            if (char.IsWhiteSpace(html[at])) { at++; continue; }
            var start = at;
            while (!(html[at] is '=' or '>' or '/' || char.IsWhiteSpace(html[at]))) at++;
            var attribute = html[start..at];
            if (html[at] != '=') { attributes.Add((attribute, null)); continue; }
            if (html[at + 1] != '"') throw new FormatException($"An attribute without double quotes: {html[start..Math.Min(html.Length, start + 60)]}");
            var close = html.IndexOf('"', at + 2);
            attributes.Add((attribute, html[(at + 2)..close]));
            at = close + 1;
        }
        return (new(name, attributes, closes), at + 1);
    }
}
