using Kept.Core.Accounts;
using Kept.Testing;
using Kept.Web.House;

namespace Kept.Web.Tests.House;

/// <summary>Links that leave the site have the address the operator gave it, not the one a request names.</summary>
public sealed class PublicUrlTests
{
    [Fact]
    public async Task Calendars_feeds_and_invitations_have_the_address_that_was_set()
    {
        await using var site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), WorkSamples.Fill, s => s with { PublicUrl = "https://kept.example/" });
        Assert.Contains("URL:https://kept.example/calendar", await Text(site, "/calendar.ics"), StringComparison.Ordinal);
        Assert.Contains("href=\"https://kept.example/changes.atom\"", await Text(site, "/changes.atom"), StringComparison.Ordinal);
        using var administrator = await site.Member(Role.Administrator);
        using var sent = await administrator.Send("/work/people", "/work/people", ("Name", "Zoë"), ("Email", "zoe@example.org"), ("Role", "editor"));
        Assert.StartsWith("https://kept.example/account/invitation/", (await Visitor.Read(sent)).QuerySelector(".k-note .k-key")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://kept.example", true)]
    [InlineData("http://localhost:5180/", true)]
    [InlineData("kept.example", false)]
    [InlineData("https://kept.example/record", false)]
    [InlineData("https://kept.example?x=1", false)]
    [InlineData("https://me:secret@kept.example", false)]
    [InlineData("ftp://kept.example", false)]
    public void What_is_no_address_of_a_site_is_refused_in_words(string address, bool taken) => Assert.Equal(taken, KeptSettings.ObjectionTo(address) is null);

    private static async Task<string> Text(TestSite site, string path)
    {
        using var answer = await site.Get(path);
        return await answer.Content.ReadAsStringAsync();
    }
}
