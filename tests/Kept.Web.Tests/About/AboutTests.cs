using Kept.Testing;

namespace Kept.Web.Tests.About;

public sealed class AboutTests
{
    [Theory]
    [InlineData("/about", "It makes no assessment of its own")]
    [InlineData("/accessibility", "No one with a disability has tested it yet")]
    [InlineData("/privacy", "No cookie is set")]
    public async Task Pages_say_what_is_true_of_this_site(string path, string words)
    {
        var site = await ShippedSite.Shared;
        Assert.Contains(words, (await site.Page(path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Privacy_names_where_leaving_leads()
    {
        var site = await ShippedSite.Shared;
        using var exit = await site.Get("/exit");
        Assert.Equal(exit.Headers.Location!.Host, (await site.Page("/privacy")).QuerySelector(".given")!.TextContent);
    }
}
