using Microsoft.Playwright;

namespace Kept.Browser.Tests;

/// <summary>What people come for, as they would do it; axe at every step.</summary>
[Collection(BrowserCollection.Name)]
public sealed class JourneyTests(Browser browser)
{
    [Fact]
    public async Task J1_a_sixteen_year_old_finds_what_is_being_done_so_that_she_is_not_kept_from_her_brother_and_leaves()
    {
        var page = await browser.Open(options => options.ViewportSize = new() { Width = 360, Height = 640 });
        await page.GotoAsync("/");
        await Axe.Passes(page);
        await page.GetByRole(AriaRole.Searchbox).First.FillAsync("brother");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).First.ClickAsync();
        await page.WaitForURLAsync("**/search?**");
        await Axe.Passes(page);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Brothers and Sisters", Exact = true }).First.ClickAsync();
        await page.WaitForURLAsync("**/actions/brothers-and-sisters");
        await Axe.Passes(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Brothers and Sisters");
        await Assertions.Expect(page.GetByText("Work is underway but does not yet appear sufficient").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Who leads" })).ToBeVisibleAsync();
        var left = "";
        await page.RouteAsync("**/exit", route => { left = route.Request.Url; return route.FulfillAsync(new() { Body = "left" }); });
        await page.GetByRole(AriaRole.Link, new() { Name = "Leave this site quickly" }).ClickAsync();
        await Assertions.Expect(page.GetByText("left")).ToBeVisibleAsync();
        Assert.EndsWith("/exit", left, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task J1_works_with_scripting_off_and_by_keyboard()
    {
        var page = await browser.Open(options => options.JavaScriptEnabled = false);
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to main content" })).ToBeFocusedAsync();
        var search = page.GetByRole(AriaRole.Searchbox).First;
        for (var i = 0; i < 12 && !await search.EvaluateAsync<bool>("e => e === document.activeElement"); i++) await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("brother");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Brothers and Sisters", Exact = true }).First.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Brothers and Sisters");
        var leave = page.GetByRole(AriaRole.Link, new() { Name = "Leave this site quickly" });
        Assert.Equal("/exit", await leave.GetAttributeAsync("href"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task J6_a_journalist_gets_a_filtered_list_its_csv_and_a_link_that_stays_the_same()
    {
        var page = await browser.Open();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main", Exact = true }).GetByRole(AriaRole.Link, new() { Name = "Commitments" }).ClickAsync();
        await page.WaitForURLAsync("**/commitments");
        await Axe.Passes(page);
        await page.GetByLabel("Date passed, nothing heard").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).Last.ClickAsync();
        await page.WaitForURLAsync("**/commitments?**due=passed**");
        await Axe.Passes(page);
        var shown = await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Row).CountAsync() - 1;
        var csv = await browser.Site.Csv(await page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).First.GetAttributeAsync("href") ?? "");
        Assert.Equal(shown, csv.Length - 1);

        var fixedLink = "/commitments?due=passed&at=2025-01-01&known=2026-11-21";
        await page.GotoAsync(fixedLink);
        await Assertions.Expect(page.GetByText("As it stood on 1 January 2025")).ToBeVisibleAsync();
        await Axe.Passes(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task J7_a_researcher_reads_what_the_sssc_committed_to_on_one_page()
    {
        var page = await browser.Open();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Searchbox).First.FillAsync("SSSC");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).First.ClickAsync();
        await page.WaitForURLAsync("**/search?**");
        await Axe.Passes(page);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Heading, new() { Name = "Scottish Social Services Council" }).First.GetByRole(AriaRole.Link).ClickAsync();
        await page.WaitForURLAsync("**/organisations/scottish-social-services-council");
        await Axe.Passes(page);
        var main = page.GetByRole(AriaRole.Main);
        foreach (var action in new[] { "Workforce Values", "Ongoing Relationships", "Workforce Support", "Inspection and Regulation" })
            await Assertions.Expect(main.GetByText(action).First).ToBeVisibleAsync();
        await Assertions.Expect(main.GetByText("by 2023").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Shift_pressed_three_times_leaves_and_typed_capitals_do_not()
    {
        var page = await browser.Open();
        var left = 0;
        await page.RouteAsync("**/exit", route => { left++; return route.FulfillAsync(new() { Body = "left" }); });
        await page.GotoAsync("/commitments");
        await page.GetByLabel("Words").FillAsync("");
        await page.GetByLabel("Words").PressSequentiallyAsync("A Shout In Capitals By Many");
        Assert.Equal(0, left);
        for (var i = 0; i < 3; i++) await page.Keyboard.PressAsync("Shift");
        await Assertions.Expect(page.GetByText("left")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
