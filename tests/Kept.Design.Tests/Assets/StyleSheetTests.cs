using System.Text.RegularExpressions;
using Kept.Design.Marks;
using Kept.Testing;

namespace Kept.Design.Tests.Assets;

/// <summary>Reads what the build of the site made, and the sources it was made from.</summary>
public sealed partial class StyleSheetTests
{
    private static readonly string Built = Repository.At("src", "Kept.Web", "wwwroot");
    private static readonly string Sources = Repository.At("src", "Kept.Design", "assets");

    [Fact]
    public void Every_address_in_the_styles_is_a_file_of_our_own()
    {
        var css = File.ReadAllText(Path.Combine(Built, "kept.css"));
        var addresses = Address().Matches(css).Select(match => match.Groups["address"].Value).ToList();

        Assert.NotEmpty(addresses);
        Assert.All(addresses, address => Assert.True(File.Exists(Path.Combine(Built, address)), address));
        Assert.DoesNotContain("@import", css, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", css, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("kept.js", "fetch")]
    [InlineData("live.js", "innerHTML")]
    public void The_scripts_speak_to_nobody_else_and_keep_nothing(string file, string further)
    {
        var script = File.ReadAllText(Path.Combine(Built, file));

        Assert.All(
            (string[])[further, "http", "XMLHttpRequest", "sendBeacon", "localStorage", "sessionStorage", "cookie", "import(", "Escape", "eval"],
            word => Assert.DoesNotContain(word, script, StringComparison.Ordinal));
    }

    [Fact]
    public void Leaving_replaces_the_page() => Assert.Contains("location.replace", File.ReadAllText(Path.Combine(Built, "kept.js")), StringComparison.Ordinal);

    [Fact]
    public void What_is_shipped_from_elsewhere_brings_its_licence()
    {
        var licences = File.ReadAllText(Path.Combine(Built, "licences.txt"));

        Assert.Contains("@scottish-government/design-system", licences, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(licences, "SIL OPEN FONT LICENSE Version 1.1", RegexOptions.NonBacktracking));
    }

    [Fact]
    public void The_icon_is_the_logo_that_pages_draw() =>
        Assert.Equal(Logo.Document(), File.ReadAllText(Path.Combine(Sources, "images", "favicon.svg")));

    [Theory]
    [InlineData("peat", Ink.Peat)]
    [InlineData("stone", Ink.Stone)]
    [InlineData("oat", Ink.Oat)]
    [InlineData("loch", Ink.Loch)]
    [InlineData("pine", Ink.Pine)]
    [InlineData("bracken", Ink.Bracken)]
    [InlineData("heather", Ink.Heather)]
    public void A_file_that_leaves_the_site_has_the_inks_of_the_pages(string token, string ink) => Assert.Equal(ink, Tokens()[token]);

    [Fact]
    public void The_base_is_given_only_colours_that_are_tokens()
    {
        var theme = File.ReadAllText(Path.Combine(Sources, "styles", "_theme.scss"));
        var tokens = Tokens().Values.ToHashSet(StringComparer.Ordinal);

        Assert.All(Hex().Matches(theme).Select(match => match.Value), colour => Assert.Contains(colour, tokens));
    }

    [Fact]
    public void The_lock_file_names_no_registry() =>
        Assert.DoesNotContain("\"resolved\"", File.ReadAllText(Path.Combine(Sources, "package-lock.json")), StringComparison.Ordinal);

    [Theory]
    [InlineData("peat", "oat")]
    [InlineData("peat", "fleece")]
    [InlineData("stone", "oat")]
    [InlineData("stone", "fleece")]
    [InlineData("loch", "oat")]
    [InlineData("loch", "fleece")]
    [InlineData("loch", "loch-pale")]
    [InlineData("pine", "oat")]
    [InlineData("bracken", "oat")]
    [InlineData("heather", "oat")]
    [InlineData("peat", "whin")]
    public void Text_has_a_contrast_of_4_point_5_or_more(string ink, string ground) =>
        Assert.True(Contrast(Tokens()[ink], Tokens()[ground]) >= 4.5);

    private static Dictionary<string, string> Tokens() =>
        Token().Matches(File.ReadAllText(Path.Combine(Sources, "styles", "_tokens.scss")))
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["colour"].Value, StringComparer.Ordinal);

    // WCAG 2.2, relative luminance and contrast ratio.
    private static double Contrast(string one, string other)
    {
        double[] both = [Luminance(one), Luminance(other)];
        return (both.Max() + 0.05) / (both.Min() + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Part(int at)
        {
            var part = Convert.ToInt32(colour.Substring(at, 2), 16) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Part(1) + 0.7152 * Part(3) + 0.0722 * Part(5);
    }

    [GeneratedRegex(@"url\([""']?(?<address>[^)""']*)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"--(?<name>[a-z-]+): (?<colour>#[0-9a-f]{6});", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex("#[0-9a-f]{6}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hex();
}
