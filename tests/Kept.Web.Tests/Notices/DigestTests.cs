using Kept.Core.Accounts;
using Kept.Core.Notices;
using Kept.Core.Organisations;
using Kept.Core.Records;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Notices;

/// <summary>What changed, by e-mail: each change once, at half past seven, and nothing where nothing changed.</summary>
public sealed class DigestTests : IAsyncLifetime
{
    private Followed _f = null!;

    public async ValueTask InitializeAsync() => _f = await Followed.Start();

    [Fact]
    public async Task A_change_is_told_the_next_morning_in_the_words_of_the_page_of_changes_with_links_that_are_whole()
    {
        await _f.Promise("Open the doors.", "2027", 0);
        await _f.Follow(Followed.Action, "reader@example.org", "daily");
        await _f.Promise("Open the doors.", "2028", 1, why: "The council wrote.");
        await _f.Promise("Open the doors.", "2029", 2, why: "The council wrote again.");
        Assert.Empty(await _f.At("2026-11-22T07:29:59Z"));
        var (to, head, text) = Assert.Single(await _f.At("2026-11-22T07:30Z"));
        Assert.Equal("reader@example.org", to);
        Assert.Contains("1 change in what you follow", head, StringComparison.Ordinal);
        Assert.Contains("* Commitment “Open the doors” of The council: date moved from 2027 to 2029.", text, StringComparison.Ordinal);
        Assert.Contains("The council wrote again.", text, StringComparison.Ordinal);
        Assert.Contains($"{Followed.Site}/commitments/open", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2028", text, StringComparison.Ordinal);
        Assert.Contains($"{Followed.Site}/follow/mine/", text, StringComparison.Ordinal);
        Assert.Empty(await _f.At("2026-11-22T12:00Z"));
        Assert.Empty(await _f.At("2026-11-23T12:00Z"));
    }

    [Fact]
    public async Task One_e_mail_holds_everything_one_follows_and_each_record_once()
    {
        foreach (var of in new[] { Followed.Action, "/places/S1", "/organisations/council", "/search?q=doors" }) await _f.Follow(of, "reader@example.org", "daily");
        await _f.Promise("Open the doors.", "2028", 0);
        await _f.Write("It has another name.", Write.Set("council", new(2026, 11, 1), new Organisation { Name = "The new council", Type = "local authority", Place = "S1" }, 1));
        var mail = Assert.Single(await _f.At("2026-11-22T08:00Z"));
        Assert.Equal(2, mail.Text.Split('\n').Count(l => l.StartsWith("* ", StringComparison.Ordinal)));
        Assert.Single(mail.Text.Split("Open the doors"), part => part.Contains("was added", StringComparison.Ordinal));
        Assert.Contains("name changed from The council to The new council", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_tells_of_what_changed_among_what_it_finds_and_of_nothing_else()
    {
        await _f.Follow("/search?q=windows", "reader@example.org", "daily");
        await _f.Promise("Open the doors.", "2028", 0);
        Assert.Empty(await _f.At("2026-11-22T08:00Z"));
        await _f.Promise("Open the windows.", "2028", 0, "windows");
        await _f.Promise("Open the doors.", "2029", 1);
        var text = Assert.Single(await _f.At("2026-11-23T08:00Z")).Text;
        Assert.Contains("Search “windows”", text, StringComparison.Ordinal);
        Assert.Contains("Open the windows", text, StringComparison.Ordinal);
        Assert.DoesNotContain("doors", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weekly_comes_on_mondays_and_a_week_in_which_nothing_changed_brings_nothing()
    {
        await _f.Follow(Followed.Action, "reader@example.org");
        await _f.Promise("Open the doors.", "2028", 0);
        Assert.Empty(await _f.At("2026-11-23T07:29Z"));
        Assert.Single(await _f.At("2026-11-23T07:31Z"));
        Assert.Empty(await _f.At("2026-11-30T08:00Z"));
        await _f.Promise("Open the doors.", "2029", 1);
        Assert.Empty(await _f.At("2026-12-02T08:00Z"));
        Assert.Single(await _f.At("2026-12-07T08:00Z"));
    }

    [Theory]
    [InlineData("2027-03-28T06:29:59Z", "2027-03-28T06:30Z")]
    [InlineData("2027-10-31T07:29:59Z", "2027-10-31T07:30Z")]
    [InlineData("2028-02-29T07:29:59Z", "2028-02-29T07:30Z")]
    public async Task On_days_on_which_the_clocks_change_it_comes_at_half_past_seven_of_that_day(string early, string time)
    {
        await _f.Follow(Followed.Action, "reader@example.org", "daily");
        var now = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
        await _f.At(now.AddDays(-1).AddHours(2).ToString("O"));
        await _f.Promise("Open the doors.", "2028", 0);
        Assert.Empty(await _f.At(early));
        Assert.Single(await _f.At(time));
    }

    [Fact]
    public async Task What_was_missed_while_the_server_was_down_comes_once()
    {
        await _f.Follow(Followed.Action, "reader@example.org", "daily");
        await _f.Promise("Open the doors.", "2028", 0);
        Assert.Single(await _f.At("2026-11-28T15:00Z"));
        Assert.Empty(await _f.At("2026-11-28T16:00Z"));
    }

    [Fact]
    public async Task However_often_and_wherever_it_is_looked_for_a_digest_is_made_once()
    {
        for (var reader = 0; reader < 5; reader++) await _f.Follow(Followed.Action, $"reader{reader}@example.org", "daily");
        await _f.Promise("Open the doors.", "2028", 0);
        _f.Kept.Clock.Set(DateTimeOffset.Parse("2026-11-22T08:00Z", System.Globalization.CultureInfo.InvariantCulture));
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(_f.MakeDigests)));
        Assert.Equal(5, made.Sum());
        Assert.Equal(5, (await _f.NewMail()).Select(m => m.To).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_process_that_dies_between_looking_and_writing_loses_nothing_and_says_nothing_twice()
    {
        await _f.Follow(Followed.Action, "reader@example.org", "daily");
        await _f.Promise("Open the doors.", "2028", 0);
        // What a node that died left: the digest is written and the note that it was made is with it, or neither is.
        await _f.Kept.Workroom.Write(async w => w.Outbox.Add(OutboxMessage.Of($"{(await w.Followers.SingleAsync()).Keys}digest:2026-11-22", "reader@example.org", "Taken", "Taken", _f.Kept.Clock.GetUtcNow(), NoticeKind.Digest)));
        Assert.Equal("Taken", Assert.Single(await _f.At("2026-11-22T08:00Z")).Text.Trim());
        Assert.Single(await _f.At("2026-11-23T08:00Z"));
        Assert.Empty(await _f.At("2026-11-24T08:00Z"));
    }

    [Fact]
    public async Task A_pause_holds_digests_says_why_and_afterwards_they_come_as_one()
    {
        await _f.Follow(Followed.Action, "reader@example.org", "daily");
        using var editor = await _f.Kept.Member(Role.Editor);
        using var said = await editor.Send("/work/pauses", "/work/pauses", ("From", "22 November 2026"), ("To", "10 December 2026"), ("Kinds", "digests"), ("Sentence", "Nothing before the election."));
        Assert.Equal("/work/pauses", said.Headers.Location?.ToString());
        await _f.Promise("Open the doors.", "2028", 0);
        foreach (var day in new[] { "2026-11-22", "2026-11-30", "2026-12-10" }) Assert.Empty(await _f.At(day + "T09:00Z"));
        Assert.Contains("Nothing before the election.", (await _f.Kept.Page("/follow?of=" + Followed.Action)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await _f.Promise("Open the doors.", "2029", 1);
        Assert.Empty(await _f.At("2026-12-11T07:29Z"));
        var mail = Assert.Single(await _f.At("2026-12-11T07:30Z"));
        Assert.Contains("was added", Assert.Single(mail.Text.Split('\n'), l => l.StartsWith("* ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Empty(await _f.At("2026-12-12T09:00Z"));
    }

    [Fact]
    public async Task A_pause_holds_what_already_waited_and_never_what_lets_people_in()
    {
        await _f.Follow(Followed.Action, "reader@example.org", "daily");
        await _f.Promise("Open the doors.", "2028", 0);
        _f.ServerWill("later");
        Assert.Empty(await _f.At("2026-11-22T08:00Z"));
        _f.ServerWill("accept");
        using var administrator = await _f.Kept.Member(Role.Administrator);
        using var said = await administrator.Send("/work/pauses", "/work/pauses", ("From", "22 November 2026"), ("To", "24 November 2026"), ("Kinds", "digests"), ("Sentence", "Nothing for three days."));
        using var invited = await administrator.Send("/work/people", "/work/people", ("Name", "Zoë"), ("Email", "zoe@example.org"), ("Role", "editor"));
        Assert.Equal("zoe@example.org", Assert.Single(await _f.At("2026-11-23T08:00Z")).To);
        Assert.Equal("reader@example.org", Assert.Single(await _f.At("2026-11-25T08:00Z")).To);
    }

    public async ValueTask DisposeAsync() => await _f.DisposeAsync();
}
