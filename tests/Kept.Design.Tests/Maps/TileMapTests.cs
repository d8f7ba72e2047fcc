using System.Globalization;
using Kept.Design.Maps;

namespace Kept.Design.Tests.Maps;

public sealed class TileMapTests
{
    private static readonly Tile Stirling = new(2, 3, "STI", "Stirling", "/places/S12000030");

    [Fact]
    public void A_tile_is_a_link_whose_name_begins_with_what_is_written_on_it()
    {
        var link = Drawn.Xml(TileMap.Draw("Map", [Stirling])).Named("a").Single();

        Assert.Equal("STI, Stirling", link.Said("aria-label"));
        Assert.Equal("/places/S12000030", link.Said("href"));
        Assert.Equal("STI", link.Texts().Single());
    }

    [Fact]
    public void A_note_follows_the_name() =>
        Assert.Equal(
            "STI, Stirling, has an example",
            Drawn.Xml(TileMap.Draw("Map", [Stirling with { Note = "has an example" }])).Named("a").Single().Said("aria-label"));

    [Theory]
    [InlineData(TileState.Plain, null, 0, null)]
    [InlineData(TileState.Marked, "has", 1, null)]
    [InlineData(TileState.Here, "here", 0, "page")]
    [InlineData(TileState.HereAndMarked, "here", 1, "page")]
    public void A_state_is_a_class_and_an_underline(TileState state, string? classes, int underlines, string? current)
    {
        var link = Drawn.Xml(TileMap.Draw("Map", [Stirling with { State = state }])).Named("a").Single();

        Assert.Equal(classes, link.Said("class"));
        Assert.Equal(underlines, link.Named("path").Count());
        Assert.Equal(current, link.Said("aria-current"));
    }

    [Fact]
    public void The_map_is_a_group_of_links_without_colours_of_its_own()
    {
        var drawn = TileMap.Draw("Map of <places>", [Stirling, new Tile(0, 0, "<A>", "\"B\"", "/?a=1&b=2")]);

        Drawn.Holds_no_style_no_script_and_no_colour_of_its_own(drawn);
        Assert.Equal(("group", "Map of <places>"), (Drawn.Xml(drawn).Said("role"), Drawn.Xml(drawn).Said("aria-label")));
        Assert.Equal("<A>, \"B\"", Drawn.Xml(drawn).Named("a").Last().Said("aria-label"));
    }

    [Fact]
    public void Eight_columns_keep_their_letters_at_14_px_or_more_at_288_px_wide()
    {
        var drawn = Drawn.Xml(TileMap.Draw("Map", [Stirling with { Column = 7 }]));
        var scale = 288 / double.Parse(drawn.Said("viewBox")!.Split(' ')[2], CultureInfo.InvariantCulture);

        Assert.True(double.Parse(drawn.Named("text").Single().Said("font-size")!, CultureInfo.InvariantCulture) * scale >= 14);
    }

    [Fact]
    public void A_map_without_tiles_is_refused() => Assert.Throws<ArgumentException>(() => TileMap.Draw("Map", []));
}
