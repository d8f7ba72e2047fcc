using System.Collections.Frozen;
using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Html;

/// <summary>
/// One HTML or SVG element that encodes everything put into it. Names of elements and attributes are ours and are checked;
/// texts and values are anybody's and are encoded. What it writes is also well-formed XML.
/// </summary>
public sealed class Element : IHtmlContent
{
    private static readonly FrozenSet<string> WithoutContent =
        new[] { "path", "rect", "circle", "use", "input", "br" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly string _name;
    private readonly List<(string Name, string Value)> _attributes = [];
    private readonly List<IHtmlContent> _children = [];

    /// <param name="name">Letters, digits and hyphens; anything else is an <see cref="ArgumentException"/>.</param>
    public Element(string name) => _name = Checked(name);

    /// <summary>Sets an attribute. A null value leaves it out; an empty one writes it empty.</summary>
    public Element With(string name, string? value)
    {
        if (value is not null) _attributes.Add((Checked(name), value));
        return this;
    }

    /// <summary>Sets an attribute to a number, to two decimal places, with a point.</summary>
    public Element With(string name, double value) => With(name, Svg.Number(value));

    public Element Class(string? names) => With("class", string.IsNullOrEmpty(names) ? null : names);

    public Element Text(string text)
    {
        _children.Add(new Plain(text));
        return this;
    }

    public Element Add(IHtmlContent? child)
    {
        if (child is not null) _children.Add(child);
        return this;
    }

    public Element Add(IEnumerable<IHtmlContent> children)
    {
        _children.AddRange(children);
        return this;
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        writer.Write('<');
        writer.Write(_name);
        foreach (var (name, value) in _attributes)
        {
            writer.Write(' ');
            writer.Write(name);
            writer.Write("=\"");
            encoder.Encode(writer, Plain.Sayable(value));
            writer.Write('"');
        }

        if (WithoutContent.Contains(_name))
        {
            writer.Write("/>");
            return;
        }

        writer.Write('>');
        foreach (var child in _children) child.WriteTo(writer, encoder);
        writer.Write("</");
        writer.Write(_name);
        writer.Write('>');
    }

    /// <summary>The markup as a string, for files and tests; pages write it to their own stream.</summary>
    public override string ToString()
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private static string Checked(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not '-')
                throw new ArgumentException($"'{name}' is not the name of an element or attribute.", nameof(name));
        }

        return name;
    }
}
