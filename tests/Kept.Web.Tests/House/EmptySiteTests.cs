using Kept.Testing;

namespace Kept.Web.Tests.House;

public sealed class EmptySiteTests
{
    [Fact]
    public async Task Commitments_of_an_empty_register_are_an_empty_list()
    {
        await using var site = await TestSite.Start(TestClock.At(2026, 11, 21));
        var list = await site.Json("/commitments.json");
        Assert.Equal(0, list.GetProperty("total").GetInt32());
        var page = await site.Page("/commitments?at=2021-07-01");
        Assert.Contains("1 July 2021", page.Body!.TextContent, StringComparison.Ordinal);
    }
}
