using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Testing;
using Microsoft.Playwright;

namespace Kept.Browser.Tests;

/// <summary>Open pages change what they show, and leave the reader where the reader is.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LivePageTests(Browser browser) : IAsyncLifetime
{
    private const string Page = "/commitments/sssc-codes-review";
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ShippedSite.Start(TestClock.At(2026, 11, 21));

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    private async Task<IPage> Open(string path, Action<BrowserNewContextOptions>? set = null)
    {
        var page = await browser.Open(options =>
        {
            options.BaseURL = _site.Address.ToString();
            set?.Invoke(options);
        });
        await page.GotoAsync(path);
        return page;
    }

    private async Task<IPage> OpenAndListening(string path)
    {
        var page = await Open(path);
        // The first look after the stream stands: from then on every change is heard.
        await page.WaitForRequestFinishedAsync(new() { Predicate = r => r.ResourceType == "fetch" });
        return page;
    }

    private async Task Say(string text)
    {
        var key = RecordKey.Of<Commitment>("sssc-codes-review");
        var newest = _site.Register.Snapshot.Newest(key)!;
        var write = Write.Set(key.Id, new DateOnly(2026, 11, 20), (Commitment)newest.Body! with { Text = text }, newest.Entry.Version);
        Assert.IsType<Appended.Done>(await _site.Register.AppendAsync(Change.Of(write), Act.Operator("A test.", "test")));
    }

    private static ILocator Heading(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    [Fact]
    public async Task A_change_is_seen_in_two_open_pages_within_a_second_and_nobody_is_moved()
    {
        var (own, list) = (await OpenAndListening(Page), await OpenAndListening("/commitments"));
        var link = own.GetByRole(AriaRole.Link, new() { Name = "This record as JSON" });
        await own.SetViewportSizeAsync(1280, 400);
        await link.FocusAsync();
        await link.EvaluateAsync("e => e.scrollIntoView({ block: 'center', behavior: 'instant' })");
        var place = await own.EvaluateAsync<double>("scrollY");
        var top = await link.EvaluateAsync<double>("e => e.getBoundingClientRect().top");
        var began = TimeProvider.System.GetTimestamp();
        await Say("Review the codes of practice, once more");
        await Assertions.Expect(Heading(own)).ToContainTextAsync("once more");
        await Assertions.Expect(list.GetByRole(AriaRole.Main).GetByText("once more")).ToBeVisibleAsync();
        var took = TimeProvider.System.GetElapsedTime(began);

        Assert.True(took < TimeSpan.FromSeconds(2), $"It took {took}.");
        Assert.True(await link.EvaluateAsync<bool>("e => e === document.activeElement"));
        var moved = await link.EvaluateAsync<double>("e => e.getBoundingClientRect().top") - top;
        Assert.True(Math.Abs(moved) < 1.5, $"The line being read moved by {moved} px, scrollY {place} to {await own.EvaluateAsync<double>("scrollY")}.");
        await Assertions.Expect(own.GetByRole(AriaRole.Status)).ToHaveTextAsync("Updated: 1 commitment changed.");
        await Assertions.Expect(list.Locator("tr.k-fresh")).ToHaveCountAsync(1);
        await Assertions.Expect(list.Locator("tr.k-fresh")).ToContainTextAsync("changed just now");
        await Assertions.Expect(own.Locator(".k-when")).ToContainTextAsync($"Entry {_site.Register.Snapshot.Number}");
        await Axe.Passes(own);
        await Axe.Passes(list);
        await own.Context.CloseAsync();
        await list.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_typed_selected_and_opened_stays()
    {
        var page = await OpenAndListening("/commitments");
        await page.GetByLabel("Words").FillAsync("half a wor");
        await page.Locator(".k-another > summary").ClickAsync();
        await page.GetByLabel("Delivered").CheckAsync();
        await page.GetByLabel("Words").FocusAsync();
        await Say("Review the codes of practice, once more");
        await Assertions.Expect(page.GetByRole(AriaRole.Main).GetByText("once more")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Words")).ToHaveValueAsync("half a wor");
        await Assertions.Expect(page.GetByLabel("Words")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByLabel("Delivered")).ToBeCheckedAsync();
        Assert.True(await page.Locator(".k-another").EvaluateAsync<bool>("e => e.open"));

        await Heading(page).EvaluateAsync("e => getSelection().selectAllChildren(e)");
        await Say("Review the codes of practice, a third time");
        await Assertions.Expect(page.GetByRole(AriaRole.Main).GetByText("a third time")).ToBeVisibleAsync();
        Assert.Equal("Commitments", await page.EvaluateAsync<string>("getSelection().toString()"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_was_offline_catches_up_and_every_mark_is_of_the_last_change()
    {
        var page = await OpenAndListening(Page);
        await Say("Said before the line was cut");
        await Assertions.Expect(Heading(page)).ToContainTextAsync("before the line");
        await page.Context.SetOfflineAsync(true);
        await Say("Said while the line was cut");
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(Heading(page)).ToContainTextAsync("while the line", new() { Timeout = 15_000 });
        await Assertions.Expect(page.Locator("h1 .k-fresh__words")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Live_updates_can_be_turned_off_and_on()
    {
        var (quiet, open) = (await OpenAndListening(Page), await OpenAndListening(Page));
        await quiet.GetByRole(AriaRole.Button, new() { Name = "Stop live updates" }).ClickAsync();
        await Say("Said to those who listen");
        await Assertions.Expect(Heading(open)).ToContainTextAsync("who listen");
        Assert.DoesNotContain("who listen", await Heading(quiet).InnerTextAsync(), StringComparison.Ordinal);
        await quiet.GetByRole(AriaRole.Button, new() { Name = "Start live updates" }).ClickAsync();
        await Assertions.Expect(Heading(quiet)).ToContainTextAsync("who listen");
        await quiet.Context.CloseAsync();
        await open.Context.CloseAsync();
    }

    [Fact]
    public async Task A_record_that_is_taken_out_says_so_on_its_open_page()
    {
        var page = await OpenAndListening(Page);
        var key = RecordKey.Of<Commitment>("sssc-codes-review");
        var change = Change.Of(Write.Delete(key, new DateOnly(2026, 11, 20), _site.Register.Snapshot.Newest(key)!.Entry.Version));
        Assert.IsType<Appended.Done>(await _site.Register.AppendAsync(change, Act.Operator("A test.", "test")));
        await Assertions.Expect(Heading(page)).ToContainTextAsync("This record is no more");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_a_reload_shows_it_and_nothing_speaks_of_live_updates()
    {
        var page = await Open(Page, options => options.JavaScriptEnabled = false);
        await Assertions.Expect(page.GetByText("keeps itself up to date")).ToBeHiddenAsync();
        await Say("Said to those without script");
        await page.ReloadAsync();
        await Assertions.Expect(Heading(page)).ToContainTextAsync("without script");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(Page + "?at=2026-11-21")]
    [InlineData("/method/live")]
    [InlineData("/nowhere")]
    public async Task The_past_and_what_is_no_record_do_not_listen(string path)
    {
        var page = await Open(path);
        Assert.Equal(0, await page.Locator("#live").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Leaving_ends_the_stream_and_leaves_nothing_behind()
    {
        var page = await OpenAndListening(Page);
        await page.RouteAsync("**/exit", route => route.FulfillAsync(new() { Body = "left" }));
        for (var i = 0; i < 3; i++) await page.Keyboard.PressAsync("Shift");
        await Assertions.Expect(page.GetByText("left")).ToBeVisibleAsync();
        var updates = (Web.Features.Live.LiveUpdates)_site.Services.GetService(typeof(Web.Features.Live.LiveUpdates))!;
        Assert.True(SpinWait.SpinUntil(() => updates.Count == 0, TimeSpan.FromSeconds(10)));
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
        Assert.Empty(await page.Context.CookiesAsync());
        await page.Context.CloseAsync();
    }
}
