using System.Globalization;
using System.Xml.Linq;
using Kept.Design.Charts;
using Kept.Design.Marks;

namespace Kept.Design.Tests.Charts;

public sealed class StatusClothTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void It_is_a_whole_SVG_file_that_says_each_status_in_words()
    {
        var cloth = Draw(new ClothRow("Strip", [new("One <b>", "Underway", Density.CloseWeave), new("Two", "Not assessed", Density.EmptyFrame)]));

        Assert.Equal(Svg + "svg", cloth.Name);
        Assert.Equal("img", cloth.Said("role"));
        Assert.Equal("Is it enough?", cloth.Element(Svg + "title")!.Value);
        Assert.Equal("2 actions. One <b>: Underway. Two: Not assessed.", cloth.Element(Svg + "desc")!.Value);
    }

    [Fact]
    public void A_patch_has_the_ink_of_its_density()
    {
        var cloth = Draw(new ClothRow("Strip", [.. Enum.GetValues<Density>().Select(density => new ClothPatch("A", "B", density))]));

        Assert.Equal([Ink.Pine, Ink.Bracken, Ink.Heather, Ink.Stone], cloth.Elements(Svg + "svg").Select(patch => patch.Said("color")));
    }

    [Fact]
    public void The_ninth_patch_begins_a_new_line()
    {
        var patches = Draw(new ClothRow("Strip", [.. Enumerable.Range(0, 9).Select(_ => new ClothPatch("A", "B", Density.OpenWeave))]))
            .Elements(Svg + "svg").ToList();

        Assert.Equal(patches[0].Said("x"), patches[8].Said("x"));
        Assert.True(Y(patches[8]) > Y(patches[7]));
    }

    [Fact]
    public void No_text_is_smaller_than_14_px()
    {
        var cloth = Draw(new ClothRow("Strip", [new("A", "B", Density.BareWarp)]));

        Assert.All(cloth.Named("text"), text => Assert.True(double.Parse(text.Said("font-size")!, CultureInfo.InvariantCulture) >= 14));
    }

    private static double Y(XElement element) => double.Parse(element.Said("y")!, CultureInfo.InvariantCulture);

    private static XElement Draw(ClothRow row) =>
        XDocument.Parse(StatusCloth.Document(new ClothPicture("Is it enough?", "2 actions", "How to read it.", [row]))).Root!;
}
