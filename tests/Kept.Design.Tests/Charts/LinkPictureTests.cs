using System.Xml.Linq;
using Kept.Design.Charts;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Tests.Charts;

public sealed class LinkPictureTests
{
    private static readonly IReadOnlyList<IReadOnlyList<LinkNode>> Columns =
        [[new("a", "First & <foremost>", "/a"), new("b", "Second", "/b"), new("c", "Third", "/c")], [new("h", "A heading", null, Strong: true), new("d", "Fourth", "/d?at=1&b=2")]];

    private static readonly LinkLine[] Lines = [new("a", "d", LinkStroke.Solid), new("d", "b", LinkStroke.Dashed), new("a", "c", LinkStroke.Dotted)];

    private static XElement Draw(params LinkLine[] lines) => Drawn.Xml(Picture(lines));

    private static IHtmlContent Picture(params LinkLine[] lines) => LinkPicture.Draw("Links", Columns, lines);

    [Fact]
    public void It_is_a_group_of_links_with_a_name()
    {
        var picture = Draw(Lines);
        Assert.Equal(("group", "Links"), (picture.Said("role"), picture.Said("aria-label")));
        Assert.Equal(["/a", "/b", "/c", "/d?at=1&b=2"], picture.Named("a").Select(a => a.Said("href")));
        Assert.Contains("First & <foremost>", picture.Texts());
        Drawn.Holds_no_style_no_script_and_no_colour_of_its_own(Picture(Lines));
    }

    [Fact]
    public void A_new_link_moves_nothing()
    {
        var before = Draw(Lines).DescendantsAndSelf().Where(e => e.Name.LocalName is "text" or "circle" or "rect" or "path").Select(e => e.ToString()).ToList();
        var after = Draw([.. Lines, new("c", "d", LinkStroke.Solid)]).DescendantsAndSelf().Select(e => e.ToString()).ToHashSet(StringComparer.Ordinal);
        Assert.All(before, e => Assert.Contains(e, after));
    }

    [Fact]
    public void The_same_links_in_another_order_stand_in_the_same_places()
    {
        IEnumerable<string> Parts(XElement picture) => picture.Descendants().Where(e => e.Name.LocalName is "text" or "path").Select(e => e.ToString()).Order(StringComparer.Ordinal);
        Assert.Equal(Parts(Draw(Lines)), Parts(Draw([.. Lines.Reverse()])));
    }

    [Fact]
    public void Strokes_are_told_apart_by_their_dashes()
    {
        var dashes = Enum.GetValues<LinkStroke>().Select(s => Drawn.Xml(LinkPicture.Line(s)).Named("path").Single().Said("stroke-dasharray")).ToList();
        Assert.Equal(dashes.Count, dashes.Distinct().Count());
    }

    [Fact]
    public void The_lines_of_a_thing_are_part_of_its_anchor()
    {
        var first = Draw(Lines).Named("a").First();
        // Two lines leave it, each with its arrow.
        Assert.Equal(4, first.Named("path").Count());
    }

    [Fact]
    public void A_line_to_what_is_not_drawn_is_left_out() => Assert.Empty(Draw(new LinkLine("a", "nowhere", LinkStroke.Solid)).Named("path"));

    [Fact]
    public void One_column_is_no_picture() => Assert.Throws<ArgumentException>(() => LinkPicture.Draw("Links", [[new("a", "A", "/a")]], []));
}
