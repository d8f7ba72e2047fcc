using System.Text;
using Kept.Testing;
using Kept.Web.Features.About.Data;
using Kept.Web.House;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Web.Tests.About;

public sealed class FieldMeaningsTests
{
    private static async Task<IReadOnlyList<ShapeDescription>> Shapes()
    {
        var site = await ShippedSite.Shared;
        var shapes = site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).SelectMany(e => e.Metadata.GetOrderedMetadata<ProducesShape>()).Select(s => s.Shape);
        return ShapeDescription.Of(shapes.Distinct());
    }

    [Fact]
    public async Task Every_field_of_every_shape_has_a_meaning()
    {
        var shapes = await Shapes();
        Assert.Contains(shapes, s => s.Name == "commitment");
        Assert.Empty(shapes.SelectMany(s => s.Fields.Where(f => FieldMeanings.Shipped.Of(s.Name, f.Name) is null or "").Select(f => $"{s.Name}.{f.Name}")));
    }

    [Fact]
    public async Task Every_meaning_belongs_to_a_field()
    {
        var shapes = await Shapes();
        var fields = shapes.SelectMany(s => s.Fields.Select(f => (s.Name, f.Name))).ToHashSet();
        var names = fields.Select(f => f.Item2).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(FieldMeanings.Shipped.All, m => m.Shape == "everywhere" ? !names.Contains(m.Field) : !fields.Contains((m.Shape, m.Field)));
    }

    [Fact]
    public async Task No_two_shapes_share_a_name()
    {
        var names = (await Shapes()).Select(s => s.Name).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_meaning_of_its_own_stands_before_the_one_everywhere()
    {
        var meanings = FieldMeanings.Read(new MemoryStream(Encoding.UTF8.GetBytes("## everywhere\n- `a`: common\n## thing\n- `a`: its own\n")));
        Assert.Equal("its own", meanings.Of("thing", "a"));
        Assert.Equal("common", meanings.Of("other", "a"));
        Assert.Null(meanings.Of("thing", "b"));
    }

    [Fact]
    public async Task The_page_shows_every_field_and_an_example_of_every_address()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/data");
        Assert.Equal((await Shapes()).Sum(s => s.Fields.Count), page.QuerySelectorAll("details dl dt code").Length);
        Assert.All(page.QuerySelectorAll("details dd"), dd => Assert.NotEmpty(dd.TextContent.Trim()));
        Assert.DoesNotContain("None on this date", page.Body!.TextContent, StringComparison.Ordinal);
        foreach (var link in page.QuerySelectorAll("#addresses ~ table a[href*='.']"))
        {
            using var response = await site.Get(link.GetAttribute("href")!);
            Assert.True(response.IsSuccessStatusCode, link.GetAttribute("href"));
        }
    }
}
