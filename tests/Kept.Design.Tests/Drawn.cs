using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Tests;

/// <summary>What a function drew, read back as XML: a mark that is not well formed fails here.</summary>
internal static partial class Drawn
{
    private static readonly string[] Inks = ["fill", "stroke", "color"];

    public static string Markup(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    public static XElement Xml(IHtmlContent content) => XElement.Parse(Markup(content));

    public static IEnumerable<XElement> Named(this XElement root, string name) =>
        root.DescendantsAndSelf().Where(element => element.Name.LocalName == name);

    public static IEnumerable<string> Texts(this XElement root) => root.Named("text").Select(text => text.Value);

    public static string? Said(this XElement element, string attribute) => element.Attribute(attribute)?.Value;

    /// <summary>Safe under a policy without inline styles and scripts, in the reader's own colours.</summary>
    public static void Holds_no_style_no_script_and_no_colour_of_its_own(IHtmlContent content)
    {
        foreach (var element in Xml(content).DescendantsAndSelf())
        {
            Assert.DoesNotContain(element.Name.LocalName, (string[])["style", "script", "foreignObject", "image"]);
            foreach (var attribute in element.Attributes())
            {
                Assert.NotEqual("style", attribute.Name.LocalName);
                Assert.False(attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal), attribute.ToString());
                if (Inks.Contains(attribute.Name.LocalName)) Assert.Contains(attribute.Value, (string[])["currentColor", "none"]);
                Assert.DoesNotMatch(Colour(), attribute.Value);
            }
        }
    }

    public static void Is_a_picture_with_a_title_and_a_description(IHtmlContent content, string id, string title, string description)
    {
        var picture = Xml(content);
        Assert.Equal("img", picture.Said("role"));
        Assert.Equal($"{id}-title {id}-desc", picture.Said("aria-labelledby"));
        Assert.Equal((title, $"{id}-title"), (picture.Element("title")!.Value, picture.Element("title")!.Said("id")));
        Assert.Equal((description, $"{id}-desc"), (picture.Element("desc")!.Value, picture.Element("desc")!.Said("id")));
        Assert.Matches(Box(), picture.Said("viewBox"));
    }

    [GeneratedRegex(@"#[0-9a-fA-F]{3,8}$|rgb|hsl", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colour();

    [GeneratedRegex(@"^0 0 [0-9.]+ [0-9.]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Box();
}
