using System.Globalization;
using Kept.Design.Charts;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Tests.Charts;

public sealed class PointLineTests
{
    private static readonly DateOnly March = new(2022, 3, 31);

    private static IHtmlContent Draw(bool wide, params DatedPoint[] points) => PointLine.Draw(
        new PointFrame("p", "Two dates", "Listed below.", new(2021, 3, 31), new(2026, 11, 21), "Today", new(2030, 1, 1), "2030", new(2030, 12, 31)), points, wide);

    [Theory]
    [InlineData(true, "p-wide")]
    [InlineData(false, "p-narrow")]
    public void It_is_a_picture_that_says_what_it_shows(bool wide, string id)
    {
        var drawn = Draw(wide, new DatedPoint(March, PointMark.Filled), new DatedPoint(March, PointMark.Dashed));
        Drawn.Is_a_picture_with_a_title_and_a_description(drawn, id, "Two dates", "Listed below.");
        Drawn.Holds_no_style_no_script_and_no_colour_of_its_own(drawn);
        Assert.Contains("Today", Drawn.Xml(drawn).Texts());
    }

    [Fact]
    public void Every_point_is_drawn_and_those_of_one_season_stand_in_one_column()
    {
        var circles = Drawn.Xml(Draw(true, new DatedPoint(March, PointMark.Filled), new DatedPoint(new(2022, 5, 31), PointMark.Ring), new DatedPoint(new(2023, 5, 31), PointMark.Speck))).Named("circle").ToList();
        Assert.Equal(3, circles.Count);
        Assert.Equal(circles[0].Said("cx"), circles[1].Said("cx"));
        Assert.NotEqual(circles[0].Said("cy"), circles[1].Said("cy"));
        Assert.NotEqual(circles[0].Said("cx"), circles[2].Said("cx"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void No_two_points_overlap_and_none_leaves_the_picture(bool wide)
    {
        var points = Enumerable.Range(0, 120).Select(i => new DatedPoint(new DateOnly(2021, 1, 1).AddDays(i * 31), PointMark.Ring)).ToArray();
        var drawn = Drawn.Xml(Draw(wide, points));
        var places = drawn.Named("circle").Select(c => (X: Number(c.Said("cx")), Y: Number(c.Said("cy")), R: Number(c.Said("r")))).ToList();
        var size = drawn.Said("viewBox")!.Split(' ').Select(Number).ToList();
        Assert.Equal(points.Length, places.Count);
        Assert.All(places, p => Assert.True(p.X - p.R >= 0 && p.X + p.R <= size[2] && p.Y - p.R >= 0 && p.Y + p.R <= size[3], $"{p} is outside"));
        for (var i = 0; i < places.Count; i++)
            for (var j = 0; j < i; j++)
                Assert.True(Math.Pow(places[i].X - places[j].X, 2) + Math.Pow(places[i].Y - places[j].Y, 2) >= Math.Pow(2 * places[i].R, 2) - .1, $"{places[i]} and {places[j]} overlap");
    }

    [Fact]
    public void Each_mark_looks_different_without_colour() =>
        Assert.Equal(4, Enum.GetValues<PointMark>().Select(m => Drawn.Markup(PointLine.Mark(m))).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Without_points_there_is_still_a_line_to_the_deadline()
    {
        var drawn = Drawn.Xml(Draw(false));
        Assert.Empty(drawn.Named("circle"));
        Assert.Single(drawn.Named("path"), p => p.Said("stroke-width") == "3.5");
    }

    private static double Number(string? text) => double.Parse(text!, CultureInfo.InvariantCulture);
}
