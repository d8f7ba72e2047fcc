using Kept.Testing;
using Microsoft.Playwright;

namespace Kept.Browser.Tests;

/// <summary>Every page of the site in the four ways it must hold: in light, in forced colours, at 320 px, and without script.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EveryPageTests(Browser browser)
{
    private static readonly string[] Modes = ["light", "forced colours", "320 px", "no script"];
    private static Dictionary<string, Task<List<string>>>? _found;

    [Theory]
    [InlineData("light")]
    [InlineData("forced colours")]
    [InlineData("320 px")]
    [InlineData("no script")]
    public async Task Axe_finds_no_fault(string mode)
    {
        // axe works in the page's own process, so the four walks go side by side.
        _found ??= Modes.ToDictionary(m => m, Walk, StringComparer.Ordinal);
        Axe.None(await _found[mode]);
    }

    private async Task<List<string>> Walk(string mode)
    {
        var page = await browser.Open(options =>
        {
            if (mode == "forced colours") options.ForcedColors = ForcedColors.Active;
            if (mode == "320 px") options.ViewportSize = new() { Width = 320, Height = 640 };
        });
        // axe is a script itself, so "no script" means that none of the site's own files arrive.
        if (mode == "no script") await page.RouteAsync("**/*.js*", route => route.AbortAsync());
        var faults = new List<string>();
        foreach (var path in Paths())
        {
            await page.GotoAsync(path);
            faults.AddRange((await Axe.Faults(page)).Select(f => $"{path}: {f}"));
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") is > 0 and var over) faults.Add($"{path}: scrolls sideways by {over} px");
        }
        await page.Context.CloseAsync();
        return faults;
    }

    [Fact]
    public async Task Axe_would_find_a_fault()
    {
        var page = await browser.Open();
        await page.GotoAsync("/about");
        await page.EvaluateAsync("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/favicon.ico\">')");
        Assert.Contains(await Axe.Faults(page), f => f.StartsWith("image-alt", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Wide_text_spacing_at_320_px_cuts_nothing_off()
    {
        var page = await browser.Open(options => options.ViewportSize = new() { Width = 320, Height = 640 });
        foreach (var path in Paths())
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync("""
                const sheet = new CSSStyleSheet();
                sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
                document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
                """);
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, $"{path} scrolls sideways");
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task No_page_asks_another_host_sets_a_cookie_or_breaks_the_policy()
    {
        var page = await browser.Open();
        var complaints = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") complaints.Add($"{page.Url}: {message.Text}"); };
        foreach (var path in Paths()) await page.GotoAsync(path);
        Axe.None(complaints);
        Assert.Empty(browser.OtherHosts);
        Assert.Empty(await page.Context.CookiesAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
        await page.Context.CloseAsync();
    }

    private IEnumerable<string> Paths() =>
        SampleAddresses.Pages(browser.Site).Concat(["/?at=2021-07-01", "/?at=2021-03-31", "/commitments?due=passed", "/search?q=brother", "/places?kind=health-board"]);
}
