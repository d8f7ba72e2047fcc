using Kept.Testing;

namespace Kept.Web.Tests.House;

public sealed class EntryTests
{
    [Theory]
    [InlineData("/commitments")]
    [InlineData("/organisations")]
    [InlineData("/places")]
    [InlineData("/sources")]
    public async Task Entry_of_a_record_is_the_same_alone_in_a_list_and_on_its_page(string list)
    {
        var site = await ShippedSite.Shared;
        foreach (var item in (await site.Json(list + ".json")).GetProperty("items").EnumerateArray())
        {
            var (url, entry) = (item.GetProperty("url").GetString()!, item.GetProperty("entry").GetInt64());
            Assert.Equal((url, entry), (url, (await site.Json(url + ".json")).GetProperty("entry").GetInt64()));
            Assert.Contains($"Entry {entry},", (await site.Page(url)).Body!.TextContent, StringComparison.Ordinal);
        }
    }
}
