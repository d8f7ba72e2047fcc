using Kept.Core.Accounts;
using Kept.Core.Notices;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Notices;

/// <summary>Staff give e-mail other words, list holidays, and say when notices are held.</summary>
public sealed class TextsTests : IAsyncLifetime
{
    private Followed _f = null!;

    public async ValueTask InitializeAsync() => _f = await Followed.Start();

    [Fact]
    public async Task Other_words_are_sent_say_who_gave_them_and_the_shipped_ones_can_be_put_back()
    {
        using var editor = await _f.Kept.Member(Role.Editor);
        const string page = "/work/texts/confirm-follow";
        using var kept = await editor.Send(page, page, ("Subject", "Halò from {programme}"), ("Body", "Press here: {link}\nOr stop: {stop}"));
        Assert.Equal(page, kept.Headers.Location?.ToString());
        Assert.Contains("by Person editor", (await editor.Page(page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var reader = new Visitor(_f.Kept);
        using var asked = await _f.Ask(reader, Followed.Action, "reader@example.org");
        Assert.StartsWith($"Press here: {Followed.Site}/follow/confirm/", Assert.Single(await _f.NewMail()).Text, StringComparison.Ordinal);
        using var back = await editor.Send(page, page + "?handler=PutBack");
        using var again = await _f.Ask(reader, Followed.Action, "reader@example.org");
        Assert.StartsWith("Somebody gave this address", Assert.Single(await _f.NewMail()).Text, StringComparison.Ordinal);
        Assert.Equal(2, await _f.Kept.Workroom.Read(w => w.Texts.CountAsync()));
    }

    [Fact]
    public async Task A_text_without_its_link_is_refused_with_everything_typed_still_there()
    {
        using var editor = await _f.Kept.Member(Role.Editor);
        using var refused = await editor.Send("/work/texts/invitation", "/work/texts/invitation", ("Subject", "Come in"), ("Body", "There is no door here."));
        var page = await Visitor.Read(refused, "/work/texts/invitation", 422);
        Assert.Contains("The text needs {link}", page.QuerySelector("#Body-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("There is no door here.", page.QuerySelector("#Body")!.TextContent.Trim());
        Assert.Equal(0, await _f.Kept.Workroom.Read(w => w.Texts.CountAsync()));
    }

    [Fact]
    public async Task Every_text_has_a_page()
    {
        using var editor = await _f.Kept.Member(Role.Editor);
        var links = (await editor.Page("/work/texts")).QuerySelectorAll("main .k-rows a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(MailTexts.All.Count, links.Count);
        foreach (var link in links) await editor.Page(link);
        await editor.Page("/work/texts/nothing", 404);
    }

    [Fact]
    public async Task A_holiday_is_listed_with_who_and_when_and_can_be_taken_out()
    {
        using var editor = await _f.Kept.Member(Role.Editor);
        using var wrong = await editor.Send("/work/holidays", "/work/holidays", ("Name", "Winter"), ("From", "whenever"));
        var page = await Visitor.Read(wrong, "/work/holidays", 422);
        Assert.Equal("whenever", page.QuerySelector("#From")!.GetAttribute("value"));
        using var listed = await editor.Send("/work/holidays", "/work/holidays", ("Name", "Winter"), ("From", "21 December 2026"), ("To", "4 January 2027"));
        Assert.Contains("21 December 2026 to 4 January 2027. Listed by Person editor", (await editor.Page("/work/holidays")).QuerySelector(".k-rows")!.TextContent, StringComparison.Ordinal);
        using var gone = await editor.Send("/work/holidays", "/work/holidays?handler=TakeOut");
        Assert.Empty((await editor.Page("/work/holidays")).QuerySelectorAll(".k-rows li"));
        Assert.NotNull((await _f.Kept.Workroom.Read(w => w.Holidays.SingleAsync())).TakenOutBy);
    }

    [Fact]
    public async Task A_pause_can_be_ended_early_and_says_by_whom()
    {
        using var editor = await _f.Kept.Member(Role.Editor);
        using var said = await editor.Send("/work/pauses", "/work/pauses", ("From", "20 November 2026"), ("To", "30 November 2026"), ("Kinds", "reminders"), ("Sentence", "Because."));
        Assert.Contains("It is on now.", (await editor.Page("/work/pauses")).QuerySelector(".k-rows")!.TextContent, StringComparison.Ordinal);
        using var ended = await editor.Send("/work/pauses", "/work/pauses?handler=End");
        Assert.Contains("Ended by Person editor on 21 November 2026", (await editor.Page("/work/pauses")).QuerySelector(".k-rows")!.TextContent, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync() => await _f.DisposeAsync();
}
