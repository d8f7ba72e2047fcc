using System.Text.RegularExpressions;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Kept.Browser.Tests;

/// <summary>A reader follows, confirms, looks and stops: in a browser that runs no script, on a small screen.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FollowTests(Browser browser)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Following_works_without_script_and_axe_finds_no_fault_on_its_pages(int width)
    {
        // Nobody takes the e-mail: the test reads what waits.
        await using var site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), WorkSamples.Fill, s => s with { Smtp = "smtp://127.0.0.1:9", MailFrom = "kept@example.org", PublicUrl = "https://kept.example" });
        var page = await browser.Open(options =>
        {
            (options.BaseURL, options.ViewportSize) = (site.Address.ToString(), new() { Width = width, Height = 800 });
        });
        await page.RouteAsync("**/*.js*", route => route.AbortAsync());
        await page.GotoAsync("/organisations/celcis");
        await page.GetByRole(AriaRole.Link, new() { Name = "Follow this by e-mail" }).ClickAsync();
        await Fits(page);
        await page.GetByLabel("Your e-mail address").FillAsync("reader@localhost");
        await page.GetByRole(AriaRole.Button, new() { Name = "Follow" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Write a whole e-mail address" })).ToBeVisibleAsync();
        await Fits(page);
        await page.GetByLabel("Your e-mail address").FillAsync("reader@example.org");
        await page.GetByRole(AriaRole.Button, new() { Name = "Follow" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Look in your mailbox");
        await Fits(page);
        var text = await site.Workroom.Read(w => w.Outbox.Select(m => m.Text).SingleAsync());
        await page.GotoAsync(Regex.Match(text, "/follow/confirm/[a-z0-9]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
        await Fits(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, follow it" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Organisation “CELCIS”" })).ToBeVisibleAsync();
        await Fits(page);
        await page.GotoAsync(Regex.Match(text, "/follow/stop/[a-z0-9]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
        await Fits(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your address is erased.")).ToBeVisibleAsync();
        Assert.Empty(await page.Context.CookiesAsync());
        await page.Context.CloseAsync();
    }

    private static async Task Fits(IPage page)
    {
        await Axe.Passes(page);
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
    }
}
