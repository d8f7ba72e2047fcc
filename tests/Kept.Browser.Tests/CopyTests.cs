using Kept.Testing;
using Microsoft.Playwright;

namespace Kept.Browser.Tests;

/// <summary>The copy as a reader opens it from a memory stick: no server, no network.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CopyTests(Browser browser)
{
    [Fact]
    public async Task From_a_memory_stick_it_is_styled_readable_and_can_be_walked()
    {
        var copy = await ShippedCopy.Shared;
        var page = await browser.OpenFiles();
        var complaints = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") complaints.Add($"{page.Url}: {message.Text}"); };
        await page.GotoAsync("file://" + Path.Combine(copy, "index.html"));
        await page.WaitForFunctionAsync("() => [...document.fonts].some(f => f.status === 'loaded')");
        await Axe.Passes(page);
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main", Exact = true }).GetByRole(AriaRole.Link, new() { Name = "Commitments" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Commitments");
        await page.GetByText("Another date").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "1 July 2021", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("As it stood on 1 July 2021")).ToBeVisibleAsync();
        await Axe.Passes(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Everything by name" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Scottish Social Services Council", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Scottish Social Services Council");
        Assert.Equal("https://neutral.example/", await page.GetByRole(AriaRole.Link, new() { Name = "Leave this site quickly" }).GetAttributeAsync("href"));
        Axe.None(complaints);
        await page.Context.CloseAsync();
    }
}
