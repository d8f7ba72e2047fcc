using System.Globalization;
using System.Xml.Linq;
using Kept.Design.Charts;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Tests.Charts;

public sealed class MilestoneLineTests
{
    private static readonly DateOnly June = new(2021, 6, 1);

    [Fact]
    public void It_is_a_picture_that_says_what_it_shows()
    {
        var drawn = Draw(new MilestoneMark("Plan \"published\" & <out>", June, null, MilestoneKind.Happened));

        Drawn.Is_a_picture_with_a_title_and_a_description(drawn, "m", "One milestone", "Listed below.");
        Drawn.Holds_no_style_no_script_and_no_colour_of_its_own(drawn);
        Assert.Contains("Plan \"published\" & <out>", Drawn.Xml(drawn).Texts());
    }

    [Fact]
    public void What_happened_is_solid_and_what_is_expected_is_an_outline()
    {
        Assert.Equal("currentColor", Bars(Draw(new MilestoneMark("A", June, null, MilestoneKind.Happened))).Single().Said("fill"));
        Assert.Equal("none", Bars(Draw(new MilestoneMark("A", June, null, MilestoneKind.Expected))).Single().Said("fill"));
    }

    [Fact]
    public void Without_an_end_there_is_an_arrow_and_no_bar()
    {
        var drawn = Draw(new MilestoneMark("A", June, null, MilestoneKind.OpenEnded));

        Assert.Empty(Bars(drawn));
        Assert.Single(Drawn.Xml(drawn).Named("path"), path => path.Said("stroke-dasharray") == "3 5");
    }

    [Fact]
    public void Without_a_start_it_stands_at_its_end()
    {
        var at = Bars(Draw(new MilestoneMark("A", null, June, MilestoneKind.Expected))).Single();

        Assert.Equal(Bars(Draw(new MilestoneMark("A", June, June, MilestoneKind.Expected))).Single().Said("x"), at.Said("x"));
    }

    [Fact]
    public void Without_any_date_the_label_says_so_and_nothing_is_drawn()
    {
        var drawn = Draw(new MilestoneMark("A", null, null, MilestoneKind.Expected));

        Assert.Empty(Bars(drawn));
        Assert.Contains("A (no date)", Drawn.Xml(drawn).Texts());
    }

    [Fact]
    public void Today_is_dotted_and_the_deadline_thick()
    {
        var uprights = Drawn.Xml(Draw(new MilestoneMark("A", June, null, MilestoneKind.Happened))).Named("path").ToList();

        Assert.Single(uprights, path => path.Said("stroke-dasharray") == "2 3");
        Assert.Single(uprights, path => path.Said("stroke-width") == "3");
        Assert.Single(uprights, path => path.Said("stroke-dasharray") == "6 3");
    }

    [Fact]
    public void A_long_label_makes_its_row_taller()
    {
        var one = Height(Draw(new MilestoneMark("Short", June, null, MilestoneKind.Happened)));
        var three = Height(Draw(new MilestoneMark(string.Join(' ', Enumerable.Repeat("milestone", 10)), June, null, MilestoneKind.Happened)));

        Assert.True(three > one);
    }

    private static IHtmlContent Draw(MilestoneMark mark) => MilestoneLine.Draw(
        new MilestoneFrame("m", "One milestone", "Listed below.", new DateOnly(2021, 7, 1), new DateOnly(2030, 1, 1), new DateOnly(2030, 12, 31)),
        [mark]);

    private static IEnumerable<XElement> Bars(IHtmlContent drawn) => Drawn.Xml(drawn).Named("rect");

    private static double Height(IHtmlContent drawn) =>
        double.Parse(Drawn.Xml(drawn).Said("viewBox")!.Split(' ')[3], CultureInfo.InvariantCulture);
}
