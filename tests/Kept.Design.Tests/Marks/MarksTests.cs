using System.Xml.Linq;
using Kept.Design.Marks;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Tests.Marks;

public sealed class MarksTests
{
    public static TheoryData<Density> Densities => [.. Enum.GetValues<Density>()];

    public static TheoryData<StageMark> Stages => [.. Enum.GetValues<StageMark>()];

    [Theory]
    [MemberData(nameof(Densities))]
    public void Each_size_of_a_weave_points_at_a_symbol_that_the_sprite_holds(Density density)
    {
        var symbols = Symbols();
        foreach (var mark in (IHtmlContent[])[Weave.Patch(density), Weave.Tally(density), Weave.Inline(density), Weave.Knot(density)])
        {
            Drawn.Holds_no_style_no_script_and_no_colour_of_its_own(mark);
            Assert.Contains(Target(mark), symbols);
        }
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_stage_points_at_a_symbol_that_the_sprite_holds(StageMark stage)
    {
        Drawn.Holds_no_style_no_script_and_no_colour_of_its_own(Stage.Mark(stage));
        Assert.Contains(Target(Stage.Mark(stage)), Symbols());
    }

    [Fact]
    public void A_mark_is_silent_because_words_stand_beside_it()
    {
        foreach (var mark in (IHtmlContent[])[Weave.Inline(Density.OpenWeave), Stage.Mark(StageMark.Half), Knot.NothingFound(), Logo.Mark()])
        {
            Assert.Equal("true", Drawn.Xml(mark).Said("aria-hidden"));
            Assert.NotNull(Drawn.Xml(mark).Said("viewBox"));
        }
    }

    [Fact]
    public void A_status_says_its_words_encoded() =>
        Assert.Equal("Little <or> none", Drawn.Xml(Weave.Status(Density.BareWarp, "Little <or> none")).Value);

    [Fact]
    public void The_sprite_holds_each_symbol_once_and_no_colour()
    {
        var ids = Symbols();

        Assert.Equal(3 * 4 + 6, ids.Count);
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Drawn.Holds_no_style_no_script_and_no_colour_of_its_own(Sprite.Once);
    }

    [Fact]
    public void The_four_densities_are_four_drawings()
    {
        var drawings = Drawn.Xml(Sprite.Once).Named("symbol").Where(symbol => symbol.Said("id")!.StartsWith("w-", StringComparison.Ordinal))
            .Select(symbol => symbol.Elements().Single().ToString(SaveOptions.DisableFormatting));

        Assert.Equal(4, drawings.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_bare_warp_is_one_thread_that_ends_at_the_edges_and_crosses_nothing()
    {
        var bare = Drawn.Xml(Sprite.Once).Named("symbol").Single(symbol => symbol.Said("id") == "w-bare");

        var thread = bare.Named("path").First().Said("d")!;
        Assert.Equal(1, thread.Count(letter => letter == 'M'));
        Assert.DoesNotContain("H", thread, StringComparison.Ordinal);
        Assert.Contains("M0 1H112M0 67H112", bare.Named("path").Last().Said("d"), StringComparison.Ordinal);
    }

    private static List<string> Symbols() => [.. Drawn.Xml(Sprite.Once).Named("symbol").Select(symbol => "#" + symbol.Said("id"))];

    private static string Target(IHtmlContent mark) => Drawn.Xml(mark).Named("use").Single().Said("href")!;
}
