using System.Net;
using System.Text.RegularExpressions;
using Kept.Core.Accounts;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Testing;
using Kept.Web.Features.Feedback.Telling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kept.Testing.FeedbackSamples;

namespace Kept.Web.Tests.Feedback;

/// <summary>What people are told by e-mail of what bodies send: once each, in one letter, and never the words themselves.</summary>
public sealed partial class TellingTests : IAsyncLifetime
{
    private const string Site = "https://promise.example";
    private readonly TestClock _clock = TestClock.At(2026, 11, 20);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.WithPeople(_clock, Fill, s => s with { Smtp = "smtp://127.0.0.1:9", MailFrom = "kept@example.org", PublicUrl = Site });
        // A test looks when it wants to.
        await _site.Services.GetRequiredService<TellingPeople>().StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_body_gets_one_letter_a_month_with_all_of_it_and_a_second_person_when_nobody_answers()
    {
        await _site.AddMember("first@example.org", Role.Contributor, Owner);
        await _site.AddMember("second@example.org", Role.Approver, Owner);
        Assert.Equal(["first@example.org"], await Told());
        var letter = await Letter("first@example.org");
        Assert.Contains("Publish the guidance. Date passed on 31 March 2026, and nothing heard.", letter, StringComparison.Ordinal);
        Assert.Contains($"{Site}/work/bodies/{Owner}/write/update?about=", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("/still-true/", letter, StringComparison.Ordinal);
        Assert.Empty(await Told());
        _clock.Advance(TimeSpan.FromDays(10));
        Assert.Empty(await Told());
        _clock.Advance(TimeSpan.FromDays(18));
        Assert.Equal(["first@example.org", "second@example.org"], await Told());
    }

    [Fact]
    public async Task What_is_asked_meanwhile_and_wanted_soon_goes_at_once()
    {
        await _site.AddMember("first@example.org", Role.Contributor, Owner);
        Assert.Single(await Told());
        _clock.Advance(TimeSpan.FromDays(3));
        await Ask("commitment/families-c2", Owner, new(2026, 12, 10));
        await Ask("action/families", Owner, new(2027, 3, 31));
        Assert.Equal(["first@example.org"], await Told());
        var letter = (await _site.Workroom.Read(w => w.Outbox.OrderByDescending(m => m.Made).FirstAsync())).Text;
        Assert.Contains("Every council names a lead. Asked; answer by 10 December 2026.", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Families together", letter, StringComparison.Ordinal);
        Assert.Empty(await Told());
    }

    [Fact]
    public async Task Still_true_takes_one_press_from_the_letter_and_no_sign_in()
    {
        await _site.AddMember("council@example.org", Role.Contributor, Council);
        await Ask("commitment/families-c2", Council, new(2026, 12, 18));
        await Told();
        var path = StillTrue().Match(await Letter("council@example.org")).Groups["path"].Value;
        using var reader = new Visitor(_site);
        var page = await reader.Page(path);
        Assert.Equal("Is this still true?", page.QuerySelector("h1")!.TextContent);
        Assert.Empty((await _site.Json("/commitments/families-c2.json")).GetProperty("updates").EnumerateArray());
        using var said = await reader.Send(page, path, null);
        Assert.Contains("Thank you", (await Visitor.Read(said)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        using var twice = await reader.Post(path);
        Assert.True(Assert.Single((await _site.Json("/commitments/families-c2.json")).GetProperty("updates").EnumerateArray()).GetProperty("stillTrue").GetBoolean());
        Assert.Equal(0, reader.Cookies.Count);
    }

    [Fact]
    public async Task The_link_of_a_letter_ends_with_time_with_the_role_and_with_what_it_spoke_of()
    {
        await _site.AddMember("council@example.org", Role.Contributor, Council);
        await Ask("commitment/families-c2", Council, new(2026, 12, 18));
        await Told();
        var path = StillTrue().Match(await Letter("council@example.org")).Groups["path"].Value;
        using var reader = new Visitor(_site);
        Assert.Equal("This link no longer works", (await reader.Page(path[..^3] + "abc")).QuerySelector("h1")!.TextContent);
        var commitment = (Commitment)_site.Register.Snapshot.Newest(new("commitment", ForAll))!.Body!;
        await _site.Register.AppendAsync(Change.Of(Write.Set(ForAll, new(2026, 11, 20), commitment with { Text = "Every council names two leads" }, 1)), Act.Operator("Changed.", "publish"));
        Assert.Contains("This has changed", (await reader.Page(path)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        using var late = await reader.Post(path);
        Assert.Empty((await _site.Json("/commitments/families-c2.json")).GetProperty("updates").EnumerateArray());
        await _site.Workroom.Write(w => w.Grants.ExecuteDeleteAsync());
        Assert.Equal("This link no longer works", (await reader.Page(path)).QuerySelector("h1")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Post(path)).StatusCode);
    }

    [Fact]
    public async Task A_word_that_was_changed_cut_or_signed_elsewhere_is_none_of_ours_and_writes_nothing()
    {
        await _site.AddMember("council@example.org", Role.Contributor, Council);
        await Ask("commitment/families-c2", Council, new(2026, 12, 18));
        await Told();
        var path = StillTrue().Match(await Letter("council@example.org")).Groups["path"].Value;
        var (before, word) = (path[..(path.LastIndexOf('/') + 1)], path[(path.LastIndexOf('/') + 1)..]);
        await using var elsewhere = await TestSite.WithPeople(TestClock.At(2026, 11, 20), Fill);
        var said = _site.Services.GetRequiredService<StillTrueWords>().Read(word, _clock.GetUtcNow())!;
        var plain = System.Text.Json.JsonSerializer.Serialize(said);
        string[] forged =
        [
            .. Enumerable.Range(0, word.Length).Where(n => n % 3 == 0).Select(n => word[..n] + (word[n] == 'A' ? 'B' : 'A') + word[(n + 1)..]),
            word[..^1], word[1..], word + "A", word + word, string.Concat(word.Reverse()), Uri.EscapeDataString(plain), Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(plain)).Replace('/', '_').Replace('+', '-'),
            elsewhere.Services.GetRequiredService<StillTrueWords>().Make(said),
        ];
        using var reader = new Visitor(_site);
        foreach (var other in forged)
        {
            Assert.Equal("This link no longer works", (await reader.Page(before + other)).QuerySelector("h1")!.TextContent);
            using var pressed = await reader.Post(before + other);
            Assert.Equal(HttpStatusCode.NotFound, pressed.StatusCode);
        }
        Assert.Empty((await _site.Json("/commitments/families-c2.json")).GetProperty("updates").EnumerateArray());
        // The word itself works: it was the forging that did not.
        using var pressedOnce = await reader.Post(path);
        Assert.Single((await _site.Json("/commitments/families-c2.json")).GetProperty("updates").EnumerateArray());
    }

    [Fact]
    public async Task Whoever_asked_is_told_when_it_moves_and_editors_what_waits()
    {
        using var contributor = await _site.Member(Role.Contributor, Owner);
        await Told();
        using var sent = await contributor.Send($"/work/bodies/{Owner}/write/update?about=commitment/families-c1", null, ("Told.Words", "Secret words."), ("TellMe", "true"));
        using var editor = await _site.Member(Role.Editor);
        Assert.Equal(["editor@example.org"], await Told());
        Assert.Contains("1 contribution", await Letter("editor@example.org"), StringComparison.Ordinal);
        var queue = sent.Headers.Location!.ToString().Replace("/contributions/", "/queue/", StringComparison.Ordinal);
        using var accepted = await editor.Send(queue, queue + "?handler=Accept");
        Assert.Equal([$"contributor.{Owner}@example.org"], await Told());
        var letters = await _site.Workroom.Read(w => w.Outbox.Where(m => m.Key.StartsWith("moved:")).ToListAsync());
        Assert.Contains("Used: it is in the record", letters.Single().Text, StringComparison.Ordinal);
        Assert.All(await _site.Workroom.Read(w => w.Outbox.ToListAsync()), m => Assert.DoesNotContain("Secret", m.Subject + m.Text, StringComparison.Ordinal));
        Assert.Empty(await Told());
    }

    [Fact]
    public async Task Nothing_goes_out_at_the_weekend_on_a_listed_holiday_or_before_the_morning()
    {
        await _site.AddMember("first@example.org", Role.Contributor, Owner);
        await _site.Workroom.Write(w => w.Holidays.AddAsync(new() { Name = "A holiday", From = new(2026, 11, 23), To = new(2026, 11, 23), MadeBy = "test", Made = _clock.GetUtcNow() }).AsTask());
        foreach (var instant in (string[])["2026-11-21T12:00Z", "2026-11-22T12:00Z", "2026-11-23T12:00Z", "2026-11-24T08:29:59Z"])
        {
            At(instant);
            Assert.Empty(await Told());
        }
        At("2026-11-24T08:30Z");
        Assert.Single(await Told());
    }

    private void At(string instant) => _clock.Set(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));

    // Those to whom something new was written since it was asked last: the service of the site itself may have come first.
    private async Task<IReadOnlyList<string>> Told()
    {
        await _site.Services.GetRequiredService<TellingPeople>().TellDue(CancellationToken.None);
        var told = (await _site.Workroom.Read(w => w.Outbox.Select(m => new { m.Id, m.To }).ToListAsync())).Where(m => _seen.Add(m.Id)).Select(m => m.To);
        return [.. told.Order(StringComparer.Ordinal)];
    }

    private async Task<string> Letter(string to) => (await _site.Workroom.Read(w => w.Outbox.Where(m => m.To == to).OrderBy(m => m.Made).FirstAsync())).Text;

    private Task<Appended> Ask(string about, string body, DateOnly by) => _site.Register.AppendAsync(
        Change.Of(Write.Set("request-" + about.Split('/')[1], LondonClock.DayOf(_clock.GetUtcNow()), new UpdateRequest { Of = about, Bodies = [body], AnswerBy = by }, 0)), Act.Operator("For the report.", "feedback"));

    [GeneratedRegex(@"https://promise\.example(?<path>/work/still-true/\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StillTrue();

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();
}
