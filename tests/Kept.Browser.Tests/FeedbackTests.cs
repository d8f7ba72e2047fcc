using Kept.Core.Accounts;
using Kept.Testing;
using Microsoft.Playwright;
using static Kept.Testing.FeedbackSamples;

namespace Kept.Browser.Tests;

/// <summary>A Monday morning in a body (journey J2), and the editor’s part of it; axe at every step.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FeedbackTests(Browser browser)
{
    [Fact]
    public async Task An_officer_says_how_it_stands_and_an_editor_publishes_it()
    {
        await using var site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), Fill);
        await site.AddMember("officer@example.org", Role.Contributor, Owner);
        await site.AddMember("editor@example.org", Role.Editor);
        var page = await browser.Open(options => options.BaseURL = site.Address.ToString());
        await AccountTests.SignIn(page, site, "officer@example.org", axe: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "Big Body" }).ClickAsync();
        await Axe.Passes(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Say how it stands" }).First.ClickAsync();
        await Axe.Passes(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(page.Locator("#error-summary")).ToContainTextAsync("Say in a sentence or two");
        await Axe.Passes(page);
        await page.GetByLabel("How does it stand?").FillAsync("It was published in May.");
        await page.GetByLabel("In one word").SelectOptionAsync("delivered");
        await page.GetByText("The date moves").ClickAsync();
        await Axe.Passes(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(page.GetByText("With the programme")).ToBeVisibleAsync();
        await Axe.Passes(page);
        await page.Context.CloseAsync();

        var editor = await browser.Open(options => options.BaseURL = site.Address.ToString());
        await AccountTests.SignIn(editor, site, "editor@example.org", axe: false);
        await editor.GetByRole(AriaRole.Link, new() { Name = "What was sent" }).ClickAsync();
        await Axe.Passes(editor);
        await editor.GetByRole(AriaRole.Link, new() { Name = "Publish the guidance" }).ClickAsync();
        await Axe.Passes(editor);
        await editor.GetByRole(AriaRole.Button, new() { Name = "Accept and publish" }).ClickAsync();
        await editor.GetByRole(AriaRole.Link, new() { Name = "See it in the record" }).First.ClickAsync();
        await Assertions.Expect(editor.GetByText("It was published in May.")).ToBeVisibleAsync();
        await Assertions.Expect(editor.GetByText("confirmed by Big Body")).ToBeVisibleAsync();
        await Axe.Passes(editor);
        await editor.Context.CloseAsync();
    }
}
