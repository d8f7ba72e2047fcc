using Kept.Design.Charts;
using Kept.Design.Marks;

namespace Kept.Design.Tests.Charts;

public sealed class DotsTests
{
    [Fact]
    public void There_is_one_mark_for_each_thing_counted()
    {
        var drawn = Dots.Draw("d", "23 promises", [new(StageMark.FilledTick, 2, "delivered"), new(StageMark.Ring, 21, "planned")]);

        var marks = Drawn.Xml(drawn).Named("use").GroupBy(use => use.Said("href")).ToDictionary(group => group.Key!, group => group.Count());
        Assert.Equal(new Dictionary<string, int> { ["#s-tick"] = 2, ["#s-ring"] = 21 }, marks);
        Drawn.Is_a_picture_with_a_title_and_a_description(drawn, "d", "23 promises", "2 delivered, 21 planned.");
        Drawn.Holds_no_style_no_script_and_no_colour_of_its_own(drawn);
    }

    [Fact]
    public void A_stage_with_none_is_not_mentioned() =>
        Assert.Equal("1 planned.", Drawn.Xml(Dots.Draw("d", "One", [new(StageMark.Half, 0, "underway"), new(StageMark.Ring, 1, "planned")])).Element("desc")!.Value);

    [Fact]
    public void The_twenty_first_mark_begins_the_second_row()
    {
        var last = Drawn.Xml(Dots.Draw("d", "All", [new(StageMark.Ring, 21, "planned")])).Named("use").Last();

        Assert.Equal(("0", "18"), (last.Said("x"), last.Said("y")));
    }
}
