using System.Text.Json;
using Kept.Core.Accounts;
using Kept.Testing;
using Microsoft.Playwright;

namespace Kept.Browser.Tests;

/// <summary>How people with accounts come in, as they would do it; axe at every step and over every page of theirs.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccountTests(Browser browser)
{
    [Fact]
    public async Task An_administrator_signs_in_with_a_code_adds_a_passkey_and_next_time_needs_nothing_else()
    {
        await using var site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), WorkSamples.Fill);
        await site.AddMember("ada@example.org", Role.Administrator);
        var page = await browser.Open(options => options.BaseURL = site.Address.ToString());
        await SignIn(page, site, "ada@example.org", axe: true);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your work");
        await Axe.Passes(page);

        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = JsonSerializer.SerializeToElement(new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true }),
        });
        await page.GotoAsync("/account");
        await page.GetByLabel("Name of this passkey").FillAsync("My work phone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("My work phone, since")).ToBeVisibleAsync();
        await Axe.Passes(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).Last.ClickAsync();
        await page.WaitForURLAsync(site.Address.ToString());

        await page.GotoAsync("/work/people");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("People");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Everything_but_passkeys_works_without_script()
    {
        await using var site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), WorkSamples.Fill);
        await site.AddMember("ada@example.org", Role.Administrator);
        var page = await browser.Open(options => (options.BaseURL, options.JavaScriptEnabled) = (site.Address.ToString(), false));
        await SignIn(page, site, "ada@example.org", axe: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "People" }).First.ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Ben Body");
        await page.GetByLabel("E-mail address").FillAsync("ben@example.org");
        await page.Locator("label[for=Role]").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Choose the body the person is to write for." })).ToBeVisibleAsync();
        Assert.Equal("Ben Body", await page.GetByLabel("Name", new() { Exact = true }).InputValueAsync());
        await page.GetByLabel("For which body or place?").SelectOptionAsync("celcis");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        var link = await page.Locator(".k-note .k-key").TextContentAsync();
        await page.Context.CloseAsync();

        var ben = await browser.Open(options => (options.BaseURL, options.JavaScriptEnabled) = (site.Address.ToString(), false));
        await ben.GotoAsync(link!);
        await Assertions.Expect(ben.GetByText("for CELCIS")).ToBeVisibleAsync();
        await ben.GetByLabel("A password").FillAsync(Members.Password);
        await ben.GetByRole(AriaRole.Button, new() { Name = "Take it up" }).ClickAsync();
        var key = await ben.Locator(".k-key").TextContentAsync();
        await ben.GetByLabel("The six digits").FillAsync(Members.CodeOf(key!, TimeProvider.System.GetUtcNow()));
        await ben.GetByRole(AriaRole.Button, new() { Name = "Set it up" }).ClickAsync();
        await Assertions.Expect(ben.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your authenticator is set up");
        await ben.Context.CloseAsync();
    }

    [Theory]
    [InlineData("light")]
    [InlineData("forced colours")]
    [InlineData("320 px")]
    [InlineData("no script")]
    public async Task Axe_finds_no_fault_on_any_page_behind_the_door(string mode)
    {
        await using var site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), WorkSamples.Fill);
        await site.AddMember("ada@example.org", Role.Administrator);
        // One person who may open every page.
        await site.Give("ada@example.org", Role.Editor);
        await site.Give("ada@example.org", Role.Safeguarding);
        await site.Give("ada@example.org", Role.Approver, WorkSamples.Body);
        var page = await browser.Open(options =>
        {
            options.BaseURL = site.Address.ToString();
            if (mode == "forced colours") options.ForcedColors = ForcedColors.Active;
            if (mode == "320 px") options.ViewportSize = new() { Width = 320, Height = 640 };
        });
        if (mode == "no script") await page.RouteAsync("**/*.js*", route => route.AbortAsync());
        await SignIn(page, site, "ada@example.org", axe: false);
        var faults = new List<string>();
        foreach (var (_, path) in (await WorkSamples.Addresses(site)).Where(a => !Path.HasExtension(a.Path) && !a.Path.EndsWith("/download", StringComparison.Ordinal)))
        {
            await page.GotoAsync(path);
            faults.AddRange((await Axe.Faults(page)).Select(f => $"{path}: {f}"));
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") is > 0 and var over) faults.Add($"{path}: scrolls sideways by {over} px");
        }
        await page.GotoAsync("/work/people");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        faults.AddRange((await Axe.Faults(page)).Select(f => $"a form with errors: {f}"));
        await page.Context.CloseAsync();
        Axe.None(faults);
    }

    internal static async Task SignIn(IPage page, TestSite site, string email, bool axe)
    {
        await page.GotoAsync("/account/sign-in");
        if (axe) await Axe.Passes(page);
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Members.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        if (axe) await Axe.Passes(page);
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(await site.CodeOf(email));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/work");
    }
}
