using System.Globalization;
using Kept.Design.Html;

namespace Kept.Design.Tests.Html;

public sealed class ElementTests
{
    private const string Hostile = "\"><script>alert('1')</script>&";

    [Fact]
    public void A_text_is_encoded()
    {
        var markup = Drawn.Markup(new Element("p").Text(Hostile));

        Assert.DoesNotContain("<script", markup, StringComparison.Ordinal);
        Assert.Equal(Hostile, Drawn.Xml(new Element("p").Text(Hostile)).Value);
    }

    [Fact]
    public void A_value_is_encoded()
    {
        var link = Drawn.Xml(new Element("a").With("href", Hostile));

        Assert.Equal(Hostile, link.Said("href"));
        Assert.Empty(link.Elements());
    }

    [Fact]
    public void Characters_that_no_XML_may_hold_are_left_out() =>
        Assert.Equal("ab😀c", Drawn.Xml(new Element("p").Text("a\0b😀\u001fc")).Value);

    [Theory]
    [InlineData("a b")]
    [InlineData("a>")]
    [InlineData("a\"")]
    public void A_name_that_is_not_a_name_is_refused(string name)
    {
        Assert.Throws<ArgumentException>(() => new Element(name));
        Assert.Throws<ArgumentException>(() => new Element("p").With(name, "x"));
    }

    [Fact]
    public void A_number_has_a_point_whatever_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal("1.5", Drawn.Xml(new Element("rect").With("x", 1.499999)).Said("x"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_null_value_leaves_the_attribute_out() => Assert.Equal("<p></p>", Drawn.Markup(new Element("p").With("id", null).Class("")));

    [Theory]
    [InlineData(3, "3")]
    [InlineData(12.5, "12.5")]
    [InlineData(-0.256, "-0.26")]
    [InlineData(7.04, "7.04")]
    [InlineData(-0.001, "0")]
    [InlineData(99.999, "100")]
    [InlineData(30_000_000_000.25, "30000000000.25")]
    public void A_number_has_at_most_two_decimal_places_and_no_trailing_noughts(double value, string written) =>
        Assert.Equal($"<path d=\"{written}\"/>", Drawn.Markup(new Element("path").With("d", value)));
}
