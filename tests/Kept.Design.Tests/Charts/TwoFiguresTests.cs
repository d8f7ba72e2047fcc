using System.Globalization;
using System.Xml.Linq;
using Kept.Design.Charts;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Tests.Charts;

public sealed class TwoFiguresTests
{
    [Fact]
    public void It_is_a_picture_that_says_what_it_shows()
    {
        var drawn = Draw(new Figure(35, "around 35", "2016"), new Figure(12, "12", "January <2024>"));

        Drawn.Is_a_picture_with_a_title_and_a_description(drawn, "f", "Placements", "From around 35 to 12.");
        Drawn.Holds_no_style_no_script_and_no_colour_of_its_own(drawn);
        Assert.Contains("January <2024>", Drawn.Xml(drawn).Texts());
    }

    [Fact]
    public void The_printed_qualifier_stays_on_the_label() =>
        Assert.Contains("around 35", Drawn.Xml(Draw(new Figure(35, "around 35", "2016"), new Figure(12, "12", "2024"))).Texts());

    [Fact]
    public void The_line_between_is_dotted_and_says_so()
    {
        var drawn = Drawn.Xml(Draw(new Figure(35, "35", "2016"), new Figure(12, "12", "2024")));

        Assert.Single(drawn.Named("path"), path => path.Said("stroke-dasharray") == "2 6");
        Assert.Contains("no figures between", string.Join(' ', drawn.Texts()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(35, 12)]
    [InlineData(617, 1413)]
    [InlineData(0, 3)]
    [InlineData(0.4, 0.04)]
    [InlineData(88000, 91000)]
    public void The_baseline_is_nought_and_both_points_stand_above_it_in_proportion(double first, double second)
    {
        var circles = Drawn.Xml(Draw(new Figure((decimal)first, "a", "x"), new Figure((decimal)second, "b", "y"))).Named("circle").Select(Y).ToList();

        const double baseline = 210;
        Assert.All(circles, y => Assert.InRange(y, 20, baseline));
        Assert.Equal(first / (first + second), (baseline - circles[0]) / (2 * baseline - circles[0] - circles[1]), 0.01);
    }

    [Fact]
    public void Two_noughts_lie_on_the_baseline() =>
        Assert.All(Drawn.Xml(Draw(new Figure(0, "0", "x"), new Figure(0, "0", "y"))).Named("circle"), circle => Assert.Equal(210, Y(circle)));

    [Fact]
    public void A_negative_figure_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Figure(-1, "-1", "2016"));

    [Fact]
    public void No_text_is_smaller_than_14_px_at_288_px_wide()
    {
        var drawn = Drawn.Xml(Draw(new Figure(35, "around 35", "2016"), new Figure(12, "12", "2024")));
        var scale = 288 / double.Parse(drawn.Said("viewBox")!.Split(' ')[2], CultureInfo.InvariantCulture);

        Assert.All(drawn.Named("text"), text => Assert.True(double.Parse(text.Said("font-size")!, CultureInfo.InvariantCulture) * scale >= 14));
    }

    private static double Y(XElement circle) => double.Parse(circle.Said("cy")!, CultureInfo.InvariantCulture);

    private static IHtmlContent Draw(Figure first, Figure second) => TwoFigures.Draw("f", "Placements", "From around 35 to 12.", first, second);
}
