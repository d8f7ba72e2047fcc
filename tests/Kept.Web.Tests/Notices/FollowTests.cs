using System.Net;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Notices;

/// <summary>Following by e-mail, without an account: asked, confirmed, changed, ended.</summary>
public sealed class FollowTests : IAsyncLifetime
{
    private Followed _f = null!;
    private Visitor _reader = null!;

    public async ValueTask InitializeAsync()
    {
        _f = await Followed.Start();
        _reader = new(_f.Kept);
    }

    [Theory]
    [InlineData("/plans/plan/actions/doors", "Action “Doors”")]
    [InlineData("/plans/plan/homes", "Priority area “Homes”")]
    [InlineData("/organisations/council", "Organisation “The council”")]
    [InlineData("/places/S1", "Place “Here”")]
    [InlineData("/search?q=doors", "Search “doors”")]
    public async Task What_can_be_followed_says_so_in_small_print_and_leads_to_a_form_that_says_what_is_kept(string path, string called)
    {
        var link = (await _reader.Page(path)).QuerySelectorAll("main .k-acts a").Single(a => a.TextContent == "Follow this by e-mail").GetAttribute("href")!;
        var page = await _reader.Page(link);
        Assert.Equal(called, page.QuerySelector("main .lede")!.TextContent);
        Assert.Equal("weekly", Assert.Single(page.QuerySelectorAll("main input[checked]")).GetAttribute("value"));
        Assert.Contains("erased after 7 days", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Follow this by e-mail", (await _reader.Page(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "at=2026-06-01")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(_reader.Cookies.GetAllCookies());
    }

    [Fact]
    public async Task Nothing_is_followed_until_the_link_is_opened_and_its_button_pressed()
    {
        using var asked = await _f.Ask(_reader, Followed.Action, "reader@example.org");
        Assert.Equal((HttpStatusCode.SeeOther, "/follow/asked"), (asked.StatusCode, asked.Headers.Location?.ToString()));
        var (to, head, text) = Assert.Single(await _f.NewMail());
        Assert.Equal("reader@example.org", to);
        Assert.Contains("Action “Doors”", text, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", head, StringComparison.Ordinal);
        var word = Followed.WordIn(text, "confirm");
        using var seen = await _reader.Get("/follow/confirm/" + word);
        Assert.Equal("no-store", seen.Headers.CacheControl?.ToString());
        Assert.Equal(["noindex"], seen.Headers.GetValues("X-Robots-Tag"));
        Assert.Equal(["no-referrer"], seen.Headers.GetValues("Referrer-Policy"));
        Assert.False(await Confirmed());
        using var confirmed = await _reader.Send("/follow/confirm/" + word);
        Assert.True(await Confirmed());
        var mine = await _reader.Page(confirmed.Headers.Location!.ToString());
        Assert.Contains("Action “Doors”", mine.QuerySelector("main .k-rows")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(_reader.Cookies.GetAllCookies());
        Assert.DoesNotContain(await _f.Kept.Workroom.Read(w => w.FollowWords.Select(x => x.Id).ToListAsync()), id => id == word);
    }

    [Fact]
    public async Task Whether_an_address_follows_already_cannot_be_found_out()
    {
        await _f.Follow(Followed.Action, "reader@example.org");
        var answers = new List<string>();
        foreach (var email in new[] { "reader@example.org", "READER@example.org", "nobody@example.org" })
        {
            using var answer = await _f.Ask(_reader, Followed.Action, email, "daily");
            answers.Add($"{answer.StatusCode} {answer.Headers.Location} {await answer.Content.ReadAsStringAsync()}");
        }
        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        Assert.Equal(2, await _f.Kept.Workroom.Read(w => w.Followers.CountAsync()));
        // Asking changes nothing for who follows; only they can.
        Assert.Equal("Weekly", (await _f.Kept.Workroom.Read(w => w.Followers.SingleAsync(f => f.EmailKey == "reader@example.org"))).Often.ToString());
    }

    [Fact]
    public async Task One_address_is_asked_a_few_times_a_day_and_no_more()
    {
        for (var times = 0; times < 12; times++)
        {
            using var asked = await _f.Ask(_reader, Followed.Action, "reader@example.org");
            Assert.Equal("/follow/asked", asked.Headers.Location?.ToString());
        }
        Assert.Equal(5, (await _f.NewMail()).Count);
        _f.Kept.Clock.Advance(TimeSpan.FromDays(1.1));
        using var again = await _f.Ask(_reader, Followed.Action, "reader@example.org");
        Assert.Single(await _f.NewMail());
    }

    [Fact]
    public async Task Too_many_at_once_are_asked_to_come_back_with_what_they_typed_kept()
    {
        var now = _f.Kept.Clock.GetUtcNow();
        await _f.Kept.Workroom.Write(w =>
        {
            var crowd = Core.Notices.Follower.Of("crowd@example.org", now);
            w.Followers.Add(crowd);
            for (var one = 0; one < 300; one++) w.FollowWords.Add(crowd.NewWord(now, "something").Row);
            return Task.CompletedTask;
        });
        using var asked = await _f.Ask(_reader, Followed.Action, "reader@example.org");
        var page = await Visitor.Read(asked, "/follow", 429);
        Assert.Equal("reader@example.org", page.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.Empty(await _f.NewMail());
        _f.Kept.Clock.Advance(TimeSpan.FromHours(1.1));
        using var later = await _f.Ask(_reader, Followed.Action, "reader@example.org");
        Assert.Single(await _f.NewMail());
    }

    [Fact]
    public async Task A_form_of_another_site_or_without_its_token_or_too_old_is_not_taken()
    {
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/follow") { Content = new FormUrlEncodedContent([]) };
        foreign.Headers.Add("Origin", "https://elsewhere.example");
        using var refused = await _reader.Client.SendAsync(foreign);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var bare = await _reader.Post("/follow", ("of", Followed.Action), ("Email", "reader@example.org"), ("Often", "weekly"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);
        var open = await _reader.Page("/follow?of=" + Followed.Action);
        _f.Kept.Clock.Advance(TimeSpan.FromHours(25));
        using var old = await _reader.Send(open, "/follow", "/follow", ("Email", "reader@example.org"));
        var again = await Visitor.Read(old, "/follow", 422);
        Assert.Equal("reader@example.org", again.QuerySelector("#Email")!.GetAttribute("value"));
        using var sent = await _reader.Send(again, "/follow", "/follow");
        Assert.Equal("/follow/asked", sent.Headers.Location?.ToString());
        Assert.Single(await _f.NewMail());
    }

    [Theory]
    [InlineData("/follow?of=/commitments", 400)]
    [InlineData("/follow?of=https://elsewhere.example/places/S1", 400)]
    [InlineData("/follow?of=/places/S9", 400)]
    [InlineData("/follow?of=/search?q=", 400)]
    [InlineData("/follow", 200)]
    public async Task What_cannot_be_followed_is_said(string path, int status) => await _reader.Page(path, status);

    [Fact]
    public async Task A_slip_is_said_by_its_field_and_nothing_typed_is_lost()
    {
        using var asked = await _f.Ask(_reader, Followed.Action, "reader at example", "daily");
        var page = await Visitor.Read(asked, "/follow", 422);
        Assert.Equal("reader at example", page.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.Equal("daily", page.QuerySelector("main input[checked]")!.GetAttribute("value"));
        Assert.Contains("whole e-mail address", page.QuerySelector("#Email-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_in_a_mail_program_ends_everything_at_once_from_anywhere_and_twice_does_no_harm()
    {
        var word = await _f.Follow(Followed.Action, "reader@example.org", "daily");
        await _f.Promise("Open the doors.", "2028", 0);
        var digest = Assert.Single(await _f.At("2026-11-22T08:00Z"));
        var stop = Followed.WordIn(digest.Text, "stop");
        Assert.Contains($"List-Unsubscribe: <{Followed.Site}/follow/stop/{stop}>", digest.Head, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", digest.Head, StringComparison.Ordinal);
        await _reader.Page("/follow/stop/" + stop);
        Assert.Equal(1, await _f.Kept.Workroom.Read(w => w.Followers.CountAsync()));
        for (var times = 0; times < 2; times++)
        {
            using var click = new HttpRequestMessage(HttpMethod.Post, "/follow/stop/" + stop) { Content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]) };
            click.Headers.Add("Sec-Fetch-Site", "cross-site");
            using var stopped = await _reader.Client.SendAsync(click);
            Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        }
        Assert.Equal((0, 0, 0, 0), (await _f.Kept.Workroom.Read(w => w.Followers.CountAsync()), await _f.Kept.Workroom.Read(w => w.Follows.CountAsync()),
            await _f.Kept.Workroom.Read(w => w.FollowWords.CountAsync()), await _f.Kept.Workroom.Read(w => w.Outbox.CountAsync())));
        Assert.Contains("follow nothing any more", (await _reader.Page("/follow/mine/" + word)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stop_of_an_e_mail_that_asks_ends_what_it_asked_about_and_nothing_else()
    {
        await _f.Follow(Followed.Action, "reader@example.org");
        using var asked = await _f.Ask(_reader, "/places/S1", "reader@example.org");
        var stop = Followed.WordIn(Assert.Single(await _f.NewMail()).Text, "stop");
        for (var times = 0; times < 2; times++)
        {
            using var stopped = await _reader.Post("/follow/stop/" + stop);
            Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        }
        Assert.Equal("doors", (await _f.Kept.Workroom.Read(w => w.Follows.SingleAsync())).Target);
    }

    [Fact]
    public async Task What_one_follows_can_be_changed_and_ended_one_by_one_and_the_last_takes_the_address_along()
    {
        await _f.Follow(Followed.Action, "reader@example.org");
        var mine = "/follow/mine/" + await _f.Follow("/places/S1", "reader@example.org");
        using var changed = await _reader.Send(mine, mine, ("Often", "daily"));
        Assert.Contains("once a day", (await _reader.Page(mine)).QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        using var one = await _reader.Post(mine + "?handler=End", ("follow", (await _f.Kept.Workroom.Read(w => w.Follows.SingleAsync(f => f.Target == "S1"))).Id));
        var page = await _reader.Page(mine);
        Assert.DoesNotContain("Place", page.QuerySelector(".k-rows")!.TextContent, StringComparison.Ordinal);
        using var last = await _reader.Send(page, mine, mine + "?handler=End");
        Assert.Equal(0, await _f.Kept.Workroom.Read(w => w.Followers.CountAsync()));
        Assert.Equal(0, await _f.Kept.Workroom.Read(w => w.Outbox.CountAsync()));
    }

    [Fact]
    public async Task All_can_be_ended_and_erased_with_one_press_and_no_word_of_another_opens_it()
    {
        var mine = await _f.Follow(Followed.Action, "reader@example.org");
        var other = await _f.Follow(Followed.Action, "other@example.org");
        using var erased = await _reader.Send("/follow/mine/" + other, $"/follow/mine/{other}?handler=Erase");
        Assert.Equal(["reader@example.org"], await _f.Kept.Workroom.Read(w => w.Followers.Select(f => f.Email).ToListAsync()));
        Assert.Contains("reader@example.org", (await _reader.Page("/follow/mine/" + mine)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("reader@example.org", (await _reader.Page("/follow/mine/" + mine[..^1])).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_confirm_is_erased_after_seven_days_and_what_was_confirmed_stays()
    {
        await _f.Follow(Followed.Action, "reader@example.org");
        using var more = await _f.Ask(_reader, "/places/S1", "reader@example.org");
        using var never = await _f.Ask(_reader, "/places/S1", "never@example.org");
        var word = Followed.WordIn((await _f.NewMail()).Single(m => m.To == "never@example.org").Text, "confirm");
        _f.Kept.Clock.Advance(TimeSpan.FromDays(6.9));
        await Forget();
        Assert.Equal(2, await _f.Kept.Workroom.Read(w => w.Followers.CountAsync()));
        _f.Kept.Clock.Advance(TimeSpan.FromDays(0.2));
        await Forget();
        Assert.Equal(["reader@example.org"], await _f.Kept.Workroom.Read(w => w.Followers.Select(f => f.Email).ToListAsync()));
        Assert.Equal(["doors"], await _f.Kept.Workroom.Read(w => w.Follows.Select(f => f.Target).ToListAsync()));
        Assert.Equal(0, await _f.Kept.Workroom.Read(w => w.Outbox.CountAsync(m => m.To == "never@example.org")));
        Assert.Contains("does not open anything", (await _reader.Page("/follow/confirm/" + word)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_of_its_own_in_the_settings_a_site_offers_no_following()
    {
        await using var site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), WorkSamples.Fill, s => s with { Smtp = "smtp://localhost", MailFrom = "kept@example.org" });
        Assert.Contains("sends no e-mail", (await site.Page("/follow?of=/organisations/celcis")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("by e-mail", (await site.Page("/organisations/celcis")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private Task Forget() => Features.Notices.Following.ForgettingFollowers.Forget(_f.Kept.Workroom, _f.Kept.Clock.GetUtcNow());

    private Task<bool> Confirmed() => _f.Kept.Workroom.Read(w => w.Follows.AnyAsync(f => f.Confirmed != null));

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _f.DisposeAsync();
    }
}
