using Kept.Core.Accounts;
using Kept.Core.Questionnaires;
using Kept.Testing;
using Microsoft.Playwright;

namespace Kept.Browser.Tests;

/// <summary>A questionnaire as people go through it, without script and without a cookie; axe at every step and over every page of those who make it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class QuestionnaireTests(Browser browser)
{
    [Fact]
    public async Task Somebody_answers_goes_away_comes_back_and_sends_with_script_turned_off()
    {
        await using var site = await TestSite.WithPeople(TestClock.At(2026, 11, 23), WorkSamples.Fill);
        await site.Live("howitis0", Questions.Small(Audience.Invited));
        await Questions.Fill(site);
        var page = await browser.Open(options => (options.BaseURL, options.JavaScriptEnabled) = (site.Address.ToString(), false));
        await page.GotoAsync("/answer/sample00/samplew0rd");
        await page.GetByRole(AriaRole.Link, new() { Name = "Go on" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("What else should we know? (optional)");
        await page.GetByLabel("What else should we know?").FillAsync("That it takes long.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Back" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("How does it help?")).ToHaveValueAsync("It does.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and go on" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("What else should we know?")).ToHaveValueAsync("That it takes long.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Save and come back later" }).ClickAsync();
        var link = await page.Locator(".k-key").TextContentAsync();
        await page.Context.CloseAsync();

        var later = await browser.Open(options => (options.BaseURL, options.JavaScriptEnabled) = (site.Address.ToString(), false));
        await later.GotoAsync(link!);
        await later.GetByRole(AriaRole.Link, new() { Name = "Go on" }).ClickAsync();
        await later.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(later.Locator(".k-reference")).ToBeVisibleAsync();
        Assert.Empty(await later.Context.CookiesAsync());
        await later.Context.CloseAsync();
    }

    [Theory]
    [InlineData("light")]
    [InlineData("forced colours")]
    [InlineData("320 px")]
    public async Task Whoever_holds_a_reference_takes_back_what_they_agreed_to_and_axe_finds_no_fault_at_any_step(string mode)
    {
        await using var site = await TestSite.WithPeople(TestClock.At(2026, 11, 23), WorkSamples.Fill);
        await site.Live("howitis0", Questions.Small());
        await Questions.Sent(site, "howitis0", "7F3K-2Q9M");
        var faults = new List<string>();
        var page = await browser.Open(options => In(mode, site, options));
        async Task Look(string step)
        {
            faults.AddRange((await Axe.Faults(page)).Select(f => $"{step}: {f}"));
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") is > 0 and var over) faults.Add($"{step}: scrolls sideways by {over} px");
        }
        await page.GotoAsync("/work/reference");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Look("nothing typed");
        await page.GetByLabel("Reference").FillAsync("7F3K-2Q9M");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Look("found");
        await Assertions.Expect(page.GetByLabel("You may use what I wrote")).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take both back" }).ClickAsync();
        await Look("taken back");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("It is changed, from now on.");
        await Assertions.Expect(page.GetByLabel("You may use what I wrote")).Not.ToBeCheckedAsync();
        await page.Context.CloseAsync();
        Axe.None(faults);
    }

    private static void In(string mode, TestSite site, BrowserNewContextOptions options)
    {
        options.BaseURL = site.Address.ToString();
        if (mode == "forced colours") options.ForcedColors = ForcedColors.Active;
        if (mode == "320 px") options.ViewportSize = new() { Width = 320, Height = 640 };
    }

    [Theory]
    [InlineData("light")]
    [InlineData("forced colours")]
    [InlineData("320 px")]
    public async Task Axe_finds_no_fault_where_questions_are_made_answered_read_and_safeguarded(string mode)
    {
        await using var site = await TestSite.WithPeople(TestClock.At(2026, 11, 23), WorkSamples.Fill);
        foreach (var role in (Role[])[Role.Editor, Role.Safeguarding]) await site.AddMember($"{Roles.NameOf(role)}@example.org", role);
        await Questions.Fill(site);
        await site.Live("howitis0", Questions.Small());
        var faults = new List<string>();
        foreach (var role in (Role[])[Role.Editor, Role.Safeguarding])
        {
            var page = await browser.Open(options => In(mode, site, options));
            await AccountTests.SignIn(page, site, $"{Roles.NameOf(role)}@example.org", axe: false);
            string[] paths = role == Role.Safeguarding ? ["/work/safeguarding", Questions.Samples["/work/safeguarding/{reference}"]]
                : [.. Questions.Samples.Values.Where(p => !p.Contains("/safeguarding", StringComparison.Ordinal) && !p.EndsWith("/download", StringComparison.Ordinal)), "/work/questionnaires", "/answer/howitis0", "/answer/howitis0/paper"];
            foreach (var path in paths)
            {
                await page.GotoAsync(path);
                faults.AddRange((await Axe.Faults(page)).Select(f => $"{path}: {f}"));
                if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") is > 0 and var over) faults.Add($"{path}: scrolls sideways by {over} px");
            }
            if (role == Role.Editor)
            {
                await page.GotoAsync(Questions.Samples["/answer/{questionnaire}/{word}/{question}"].Replace("qfirst", "qhow", StringComparison.Ordinal));
                await page.GetByLabel("How does it help?").FillAsync("");
                await page.GetByRole(AriaRole.Button, new() { Name = "Save and go on" }).ClickAsync();
                faults.AddRange((await Axe.Faults(page)).Select(f => $"an answer that is missing: {f}"));
            }
            await page.Context.CloseAsync();
        }
        Axe.None(faults);
    }
}
