using System.Globalization;
using Kept.Design.Charts;

namespace Kept.Design.Tests.Charts;

public sealed class CountdownTests
{
    [Fact]
    public void It_is_a_picture_that_says_what_it_shows()
    {
        var drawn = Countdown.Draw(Line(new DateOnly(2026, 11, 21)));

        Drawn.Is_a_picture_with_a_title_and_a_description(drawn, "left", "Time <left>", "Three years & a month.");
        Drawn.Holds_no_style_no_script_and_no_colour_of_its_own(drawn);
        Assert.Equal(["Promised 2020", "Now", "2030"], Drawn.Xml(drawn).Texts());
    }

    [Fact]
    public void The_later_the_day_the_longer_the_thick_line() =>
        Assert.True(Gone(new DateOnly(2021, 7, 1)) < Gone(new DateOnly(2026, 11, 21)));

    [Fact]
    public void After_the_deadline_nothing_is_left_and_now_stands_inside_the_picture()
    {
        var now = new DateOnly(2034, 5, 1);

        var drawn = Drawn.Xml(Countdown.Draw(Line(now)));

        Assert.DoesNotContain(drawn.Named("path"), path => path.Said("stroke-width") == "1.5" && path.Said("stroke-dasharray") is null);
        Assert.InRange(Gone(now), 0, 360);
    }

    [Fact]
    public void Without_another_reading_there_is_no_dashed_band()
    {
        var one = Drawn.Xml(Countdown.Draw(Line(new DateOnly(2026, 11, 21)) with { Alternative = null }));
        var two = Drawn.Xml(Countdown.Draw(Line(new DateOnly(2026, 11, 21))));

        Assert.DoesNotContain(one.Named("path"), path => path.Said("stroke-dasharray") == "3 2.5");
        Assert.Single(two.Named("path"), path => path.Said("stroke-dasharray") == "3 2.5");
    }

    private static double Gone(DateOnly now)
    {
        var thick = Drawn.Xml(Countdown.Draw(Line(now))).Named("path").Single(path => path.Said("stroke-width") == "9").Said("d")!;
        return double.Parse(thick[(thick.IndexOf('H', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
    }

    private static CountdownLine Line(DateOnly now) => new(
        "left", new DateOnly(2020, 2, 5), "Promised 2020", now, "Now", new DateOnly(2030, 1, 1), "2030", new DateOnly(2030, 12, 31),
        "Time <left>", "Three years & a month.");
}
