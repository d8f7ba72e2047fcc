using System.Net;
using Kept.Core.Accounts;
using Kept.Testing;
using Kept.Web.House.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Accounts;

/// <summary>Signing in and out, and what becomes of a session and of what was typed in it.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), WorkSamples.Fill);

    [Fact]
    public async Task Nobody_gets_a_cookie_before_they_sign_in()
    {
        using var visitor = new Visitor(_site);
        foreach (var path in (string[])["/", "/account/sign-in", "/work", "/account/sign-in/code"])
        {
            using var answer = await visitor.Get(path);
            Assert.False(answer.Headers.Contains("Set-Cookie"), path);
        }
    }

    [Fact]
    public async Task A_password_alone_opens_nothing_but_the_page_for_the_second_half()
    {
        using var administrator = await _site.Member(Role.Administrator);
        var word = await Invite(administrator, "new@example.org", "editor");
        using var visitor = new Visitor(_site);
        using var taken = await visitor.Send($"/account/invitation/{word}", null, ("Password", Members.Password));
        Assert.Equal("/account/second-step", taken.Headers.Location?.ToString());
        foreach (var path in (string[])["/work", "/account", "/work/people"])
        {
            using var answer = await visitor.Get(path);
            Assert.Equal("/account/second-step", answer.Headers.Location?.ToString());
        }
        var step = await visitor.Page("/account/second-step");
        var key = step.QuerySelector(".k-key")!.TextContent;
        using var wrong = await visitor.Send(step, "/account/second-step", "/account/second-step", ("Code", "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var right = await visitor.Send(step, "/account/second-step", "/account/second-step", ("Code", Members.CodeOf(key, TimeProvider.System.GetUtcNow())));
        Assert.Equal(8, (await Visitor.Read(right)).QuerySelectorAll(".k-codes code").Length);
        Assert.Contains("Your work", (await visitor.Page("/work")).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_is_taken_up_once_and_gives_the_role_that_was_offered()
    {
        using var administrator = await _site.Member(Role.Administrator);
        var word = await Invite(administrator, "once@example.org", "contributor", "celcis");
        using var first = new Visitor(_site);
        using var taken = await first.Send($"/account/invitation/{word}", null, ("Password", Members.Password), ("Role", "administrator"), ("IsAdmin", "true"));
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        using var second = new Visitor(_site);
        Assert.Contains("does not open anything", (await second.Page($"/account/invitation/{word}")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var account = await _site.Workroom.Read(w => w.Users.Include(a => a.Grants).SingleAsync(a => a.Email == "once@example.org"));
        var grant = Assert.Single(account.Grants);
        Assert.Equal((Role.Contributor, "celcis"), (grant.Role, grant.Body));
    }

    [Fact]
    public async Task An_invitation_ends_after_a_week_or_when_it_is_withdrawn()
    {
        using var administrator = await _site.Member(Role.Administrator);
        var withdrawn = await Invite(administrator, "no@example.org", "analyst");
        using var done = await administrator.Send("/work/people", "/work/people?handler=Withdraw");
        var late = await Invite(administrator, "late@example.org", "analyst");
        using var visitor = new Visitor(_site);
        Assert.Contains("Welcome", (await visitor.Page($"/account/invitation/{late}")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        _site.Clock.Advance(TimeSpan.FromDays(8));
        foreach (var word in (string[])[withdrawn, late])
            Assert.Contains("does not open anything", (await visitor.Page($"/account/invitation/{word}")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short", "12 letters")]
    [InlineData("aaaaaaaaaaaaaa", "same few letters")]
    [InlineData("once.once.example.org", "your own name")]
    [InlineData("leaked and known to all", "leaked")]
    public async Task A_bad_password_is_refused_in_words(string password, string why)
    {
        using var folder = new TempFolder();
        await File.WriteAllLinesAsync(folder.File("leaked.txt"), ["letmein", "leaked and known to all"]);
        await using var site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), WorkSamples.Fill, s => s with { BreachedPasswords = folder.File("leaked.txt") });
        using var administrator = await site.Member(Role.Administrator);
        var word = await Invite(administrator, "once@example.org", "editor");
        using var visitor = new Visitor(site);
        using var refused = await visitor.Send($"/account/invitation/{word}", null, ("Password", password), ("Name", "Once Example"));
        var page = await Visitor.Read(refused, expect: 422);
        Assert.Contains(why, page.QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Once Example", page.QuerySelector("#Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Who_is_not_known_reads_the_same_as_who_mistyped_and_five_wrong_tries_wait()
    {
        await _site.AddMember("known@example.org", Role.Editor);
        using var visitor = new Visitor(_site);
        var texts = new List<string>();
        foreach (var email in (string[])["known@example.org", "unknown@example.org"])
        {
            using var answer = await visitor.Send("/account/sign-in", "/account/sign-in", ("Email", email), ("Password", "not the password at all"));
            texts.Add((await Visitor.Read(answer, expect: 422)).QuerySelector("#error-summary")!.TextContent);
        }
        Assert.Single(texts.Distinct(StringComparer.Ordinal));
        for (var again = 0; again < 4; again++) (await visitor.Send("/account/sign-in", "/account/sign-in", ("Email", "known@example.org"), ("Password", "not the password at all"))).Dispose();
        using var right = await visitor.Send("/account/sign-in", "/account/sign-in", ("Email", "known@example.org"), ("Password", Members.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
    }

    [Fact]
    public async Task Guessing_at_many_accounts_is_stopped_for_all_and_ends_with_time()
    {
        await _site.AddMember("known@example.org", Role.Editor);
        using var visitor = new Visitor(_site);
        for (var n = 0; n < WrongTries.Most; n++)
        {
            using var wrong = await visitor.Post("/account/sign-in", ("Email", $"guess{n}@example.org"), ("Password", "not the password at all"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }
        using var stopped = await visitor.Post("/account/sign-in", ("Email", "known@example.org"), ("Password", Members.Password));
        var page = await Visitor.Read(stopped, expect: 429);
        Assert.Contains("Wait a quarter of an hour", page.QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("known@example.org", page.QuerySelector("#Email")!.GetAttribute("value"));
        _site.Clock.Advance(TimeSpan.FromMinutes(15));
        using var right = await visitor.Post("/account/sign-in", ("Email", "known@example.org"), ("Password", Members.Password));
        Assert.Equal(HttpStatusCode.SeeOther, right.StatusCode);
    }

    [Fact]
    public async Task A_code_counts_once()
    {
        using var first = await _site.Member(Role.Editor);
        using var second = new Visitor(_site);
        using var half = await second.Send("/account/sign-in", "/account/sign-in", ("Email", "editor@example.org"), ("Password", Members.Password));
        var used = await _site.Workroom.Read(w => w.UserTokens.Where(t => t.Name == "used codes").Select(t => t.Value).SingleAsync());
        using var whole = await second.Send("/account/sign-in/code", null, ("Code", used!.Split(' ')[^1]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, whole.StatusCode);
    }

    [Fact]
    public async Task A_session_ends_when_it_rests_too_long_or_lasts_too_long()
    {
        using var visitor = await _site.Member(Role.Editor);
        for (var minutes = 0; minutes < 11 * 60; minutes += 25)
        {
            _site.Clock.Advance(TimeSpan.FromMinutes(25));
            await visitor.Page("/work");
        }
        _site.Clock.Advance(TimeSpan.FromMinutes(31));
        using var rested = await visitor.Get("/work");
        Assert.Equal(HttpStatusCode.SeeOther, rested.StatusCode);
        using var again = await _site.SignIn("editor@example.org");
        for (var minutes = 0; minutes < 12 * 60; minutes += 20)
        {
            _site.Clock.Advance(TimeSpan.FromMinutes(20));
            (await again.Get("/work")).Dispose();
        }
        using var ended = await again.Get("/work");
        Assert.Equal(HttpStatusCode.SeeOther, ended.StatusCode);
    }

    [Fact]
    public async Task Disabling_an_account_and_taking_a_role_count_at_once()
    {
        using var administrator = await _site.Member(Role.Administrator);
        using var editor = await _site.Member(Role.Editor);
        await editor.Page("/work");
        var page = (await administrator.Page("/work/people")).QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("editor@example.org", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
        using var taken = await administrator.Send(page, page + "?handler=Take");
        using var without = await editor.Get("/work");
        Assert.Equal(HttpStatusCode.NotFound, without.StatusCode);
        using var disabled = await administrator.Send(page, page + "?handler=Disable");
        using var shut = await editor.Get("/account");
        Assert.Equal(HttpStatusCode.SeeOther, shut.StatusCode);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _site.SignIn("editor@example.org"));
    }

    [Fact]
    public async Task Nobody_gives_or_takes_their_own_powers()
    {
        using var administrator = await _site.Member(Role.Administrator);
        var me = await _site.Workroom.Read(w => w.Users.Select(a => a.Id).SingleAsync());
        var page = await administrator.Page("/work/people");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var handler in (string[])["", "?handler=Take", "?handler=Disable"])
        {
            using var answer = await administrator.Post($"/work/people/{me}{handler}", ("__RequestVerificationToken", token), ("Role", "editor"), ("grant", "1"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }
        Assert.Equal([Role.Administrator], await _site.Workroom.Read(w => w.Grants.Select(g => g.Role).ToListAsync()));
    }

    [Fact]
    public async Task One_sees_ones_own_sessions_and_ends_them()
    {
        using var here = await _site.Member(Role.Editor);
        using var there = await _site.SignIn("editor@example.org");
        using var stranger = await _site.Member(Role.Analyst);
        var page = await here.Page("/account");
        Assert.Equal(2, page.QuerySelectorAll("form[action='/account?handler=End']").Length);
        var theirs = (await there.Page("/account")).QuerySelectorAll("form[action='/account?handler=End']").Single(f => f.TextContent.Contains("this one", StringComparison.Ordinal)).QuerySelector("[name=session]")!.GetAttribute("value")!;
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var foreign = await stranger.Send("/account", "/account?handler=End", ("session", theirs));
        await there.Page("/work");
        using var ended = await here.Post("/account?handler=End", ("__RequestVerificationToken", token), ("session", theirs));
        using var gone = await there.Get("/work");
        Assert.Equal(HttpStatusCode.SeeOther, gone.StatusCode);
        await here.Page("/work");
    }

    [Fact]
    public async Task What_was_typed_survives_the_end_of_a_session()
    {
        const string typed = "Nobody should have to type this twice <b>";
        using var administrator = await _site.Member(Role.Administrator);
        var form = await administrator.Page("/work/people");
        _site.Clock.Advance(TimeSpan.FromHours(1));
        using var sent = await administrator.Send(form, "/work/people", "/work/people", ("Name", typed), ("Email", "x@example.org"), ("Role", "analyst"));
        var again = await Visitor.Read(sent, expect: 401);
        using var toSignIn = await administrator.Send(again, "/work/people", "/account/sign-in", ("start", "true"));
        var signIn = await Visitor.Read(toSignIn);
        using var half = await administrator.Send(signIn, "/account/sign-in", "/account/sign-in", ("Email", "administrator@example.org"), ("Password", Members.Password));
        using var toCode = await administrator.Send(await Visitor.Read(half), "/account/sign-in/code", "/account/sign-in/code", ("start", "true"));
        await _site.ForgetCodes();
        using var whole = await administrator.Send(await Visitor.Read(toCode), "/account/sign-in/code", "/account/sign-in/code", ("Code", await _site.CodeOf("administrator@example.org")));
        var back = await Visitor.Read(whole);
        Assert.Contains("Nothing was sent yet", back.Body!.TextContent, StringComparison.Ordinal);
        using var shown = await administrator.Send(back, "/account/sign-in/code", "/work/people");
        var page = await Visitor.Read(shown);
        Assert.Equal(typed, page.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.Equal("analyst", page.QuerySelector("input[name=Role][checked]")!.GetAttribute("value"));
        Assert.Equal(0, await _site.Workroom.Read(w => w.Invitations.CountAsync()));
    }

    [Fact]
    public async Task A_form_whose_token_is_too_old_comes_back_with_what_was_typed()
    {
        using var administrator = await _site.Member(Role.Administrator);
        using var sent = await administrator.Send("/work/people", "/work/people", ("__RequestVerificationToken", "old"), ("Name", "Still here"), ("Email", "x@example.org"));
        var again = await Visitor.Read(sent, expect: 400);
        using var shown = await administrator.Send(again, "/work/people", "/work/people");
        Assert.Equal("Still here", (await Visitor.Read(shown)).QuerySelector("#Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_new_password_ends_every_other_session()
    {
        using var here = await _site.Member(Role.Editor);
        using var there = await _site.SignIn("editor@example.org");
        using var wrong = await here.Send("/account", "/account?handler=Password", ("OldPassword", "not it"), ("NewPassword", "another kettle harbour"));
        Assert.Contains("not your password", (await Visitor.Read(wrong, expect: 422)).QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        using var changed = await here.Send("/account", "/account?handler=Password", ("OldPassword", Members.Password), ("NewPassword", "another kettle harbour"));
        Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        await here.Page("/work");
        using var gone = await there.Get("/work");
        Assert.Equal(HttpStatusCode.SeeOther, gone.StatusCode);
    }

    [Fact]
    public async Task A_new_way_in_ends_the_old_one_when_it_is_used_and_not_before()
    {
        using var administrator = await _site.Member(Role.Administrator);
        using var editor = await _site.Member(Role.Editor);
        var page = (await administrator.Page("/work/people")).QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("editor@example.org", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
        using var made = await administrator.Send(page, page + "?handler=NewWayIn");
        var word = (await Visitor.Read(made)).QuerySelector(".k-note .k-key")!.TextContent.Split('/')[^1];
        await editor.Page("/work");
        using var visitor = new Visitor(_site);
        using var bad = await visitor.Send($"/account/invitation/{word}", null, ("Password", "short"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        await editor.Page("/work");
        using var taken = await visitor.Send($"/account/invitation/{word}", null, ("Password", "an entirely different kettle"));
        Assert.Equal("/account/second-step", taken.Headers.Location?.ToString());
        using var ended = await editor.Get("/work");
        Assert.Equal(HttpStatusCode.SeeOther, ended.StatusCode);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _site.SignIn("editor@example.org"));
        var account = await _site.Workroom.Read(w => w.Users.Include(a => a.Grants).SingleAsync(a => a.Email == "editor@example.org"));
        Assert.Equal([Role.Editor], account.Grants.Select(g => g.Role));
    }

    [Fact]
    public async Task Where_the_other_half_is_a_passkey_the_password_alone_leads_nowhere()
    {
        await _site.AddMember("keys@example.org", Role.Editor);
        var id = await _site.Workroom.Read(w => w.Users.Where(a => a.Email == "keys@example.org").Select(a => a.Id).SingleAsync());
        await _site.Workroom.Write(async w =>
        {
            (await w.Users.FindAsync(id))!.TwoFactorEnabled = false;
            w.UserPasskeys.Add(new() { UserId = id, CredentialId = [1, 2, 3], Data = new() { PublicKey = [4], AttestationObject = [5], ClientDataJson = [6], CreatedAt = _site.Clock.GetUtcNow() } });
        });
        using var visitor = new Visitor(_site);
        using var answer = await visitor.Send("/account/sign-in", "/account/sign-in", ("Email", "keys@example.org"), ("Password", Members.Password));
        Assert.Contains("signs in with a passkey", (await Visitor.Read(answer, expect: 422)).QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        using var step = await visitor.Get("/account/second-step");
        Assert.Equal(HttpStatusCode.SeeOther, step.StatusCode);
        Assert.Equal(0, await _site.Workroom.Read(w => w.Sessions.CountAsync()));
    }

    [Fact]
    public async Task The_key_of_an_authenticator_that_is_set_up_is_not_shown_again()
    {
        using var visitor = await _site.Member(Role.Editor);
        Assert.Null((await visitor.Page("/account/second-step")).QuerySelector(".k-key"));
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("/\t/elsewhere.example")]
    [InlineData("https://elsewhere.example")]
    [InlineData("/account/sign-in?to=/work")]
    [InlineData(null)]
    public void Signing_in_leads_nowhere_but_into_this_site(string? to) => Assert.Equal("/work", Kept.Web.Features.Accounts.AccountLinks.Safe(to));

    [Fact]
    public async Task What_was_typed_comes_back_when_nothing_can_be_saved()
    {
        using var administrator = await _site.Member(Role.Administrator);
        var form = await administrator.Page("/work/people");
        await _site.Workroom.Write(w => w.Database.ExecuteSqlRawAsync("alter table work_invitation rename to gone"));
        using var sent = await administrator.Send(form, "/work/people", "/work/people", ("Name", "Still here"), ("Email", "x@example.org"), ("Role", "analyst"));
        var again = await Visitor.Read(sent, expect: 503);
        await _site.Workroom.Write(w => w.Database.ExecuteSqlRawAsync("alter table gone rename to work_invitation"));
        using var shown = await administrator.Send(again, "/work/people", "/work/people");
        Assert.Equal("Still here", (await Visitor.Read(shown)).QuerySelector("#Name")!.GetAttribute("value"));
    }

    private static async Task<string> Invite(Visitor administrator, string email, string role, string? body = null)
    {
        using var answer = await administrator.Send("/work/people", "/work/people", ("Name", "New Person"), ("Email", email), ("Role", role), ("Body", body ?? ""));
        return (await Visitor.Read(answer)).QuerySelector(".k-note .k-key")!.TextContent.Split('/')[^1];
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();
}
