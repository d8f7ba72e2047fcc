using System.Net;
using System.Net.Sockets;
using System.Text;
using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Testing;
using Kept.Web.Features.Feedback;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kept.Testing.FeedbackSamples;

namespace Kept.Web.Tests.Feedback;

/// <summary>One form is one contribution, however often, how fast and over what line it comes; other words under its key are told apart.</summary>
public sealed class SentOnceTests : IAsyncLifetime
{
    private const string Form = $"/work/bodies/{Owner}/write/update?about=commitment/{FeedbackSamples.Commitment}";
    private const int Day = 160, Night = 34_000, AtOnce = 4;
    private TestSite _site = null!;
    private Visitor _contributor = null!;
    private string _token = "", _cookies = "";

    private static int Forms => Environment.GetEnvironmentVariable("KEPT_TEST_NIGHT") == "1" ? Night : Day;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), Fill);
        _contributor = await _site.Member(Role.Contributor, Owner);
        _token = (await _contributor.Page(Form)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        _cookies = _contributor.Cookies.GetCookieHeader(_site.Address);
    }

    [Fact]
    public async Task Sent_one_to_five_times_it_is_there_once_and_every_answer_is_the_same_receipt()
    {
        var keys = _site.Services.GetRequiredService<FormKeys>();
        var (next, sendings, others) = (-1, 0, 0);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            for (int n; (n = Interlocked.Increment(ref next)) < Forms;)
            {
                var random = new Random(n);
                var (key, mine, times) = (keys.New(), FormattableString.Invariant($"Words {n}."), random.Next(1, 6));
                // What nobody heard of: the whole of it, or half of it, and then the line was cut.
                var cut = n % 3 == 1;
                if (cut) await Cut(key, mine, whole: random.Next(2) == 0);
                var words = Enumerable.Range(0, times).Select(i => n % 4 == 2 && i == times - 1 ? mine + " And more." : mine).ToList();
                List<(string Words, HttpResponseMessage Answer)> answers = [];
                if (n % 2 == 0) answers.AddRange((await Task.WhenAll(words.Select(w => Send(key, w)))).Zip(words, (a, w) => (w, a)));
                else
                    foreach (var w in words) answers.Add((w, await Send(key, w)));
                Interlocked.Add(ref sendings, answers.Count);
                Interlocked.Add(ref others, await OneOf(answers, cut ? mine : null));
            }
        })));
        var rows = await _site.Workroom.Read(w => w.Contributions.Include(c => c.Steps).AsNoTracking().ToListAsync());
        Assert.Equal(Forms, rows.Count);
        Assert.Equal(Forms, rows.Select(r => r.Told.Words!.Split('.')[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(rows, r => Assert.Equal((ContributionState.Received, 3, 1), (r.State, r.Version, r.Steps.Count)));
        Assert.True(sendings > Forms * 2 && others > Forms / 20, $"{sendings} sendings and {others} with other words prove little.");
    }

    [Fact]
    public async Task A_draft_is_not_written_over_by_its_own_form_and_is_sent_by_it_once()
    {
        var key = _site.Services.GetRequiredService<FormKeys>().New();
        using var kept = await Send(key, "A draft.", ("Draft", "true"));
        using var other = await Send(key, "Another.", ("Draft", "true"));
        Assert.Contains("Another.", (await Visitor.Read(other, expect: 409)).QuerySelector("textarea[name='Told.Words']")!.TextContent, StringComparison.Ordinal);
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Send(key, "A draft.")));
        Assert.All(sent, s => Assert.Equal(kept.Headers.Location, s.Headers.Location));
        var row = await _site.Workroom.Read(w => w.Contributions.Include(c => c.Steps).AsNoTracking().SingleAsync());
        Assert.Equal(("A draft.", ContributionState.Received, 1), (row.Told.Words, row.State, row.Steps.Count));
        foreach (var answer in sent) answer.Dispose();
    }

    [Fact]
    public async Task Still_true_pressed_many_times_at_once_is_one_update_and_no_trouble_of_the_database()
    {
        await _site.Register.AppendAsync(Change.Of(Write.Set("families-c9", FeedbackSamples.Day, new Kept.Core.Programme.Commitment
        {
            Text = "Train every panel member",
            Who = [Owner],
            Status = "planned",
            StatusWording = "will",
            StatusBasis = "as worded in a plan",
        }, 0)), Act.Operator("For a test.", "load"));
        var key = _site.Services.GetRequiredService<FormKeys>().New();
        var path = $"/work/bodies/{Owner}?handler=StillTrue";
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _contributor.Post(path, ("__RequestVerificationToken", _token), ("about", "commitment/families-c9"), ("key", key))));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Single(answers.Select(a => a.Headers.Location!.ToString()).Distinct(StringComparer.Ordinal));
        Assert.Null(_site.Register.Trouble);
        Assert.Single((await _site.Json("/commitments/families-c9.json")).GetProperty("updates").EnumerateArray());
        Assert.Equal(1, await _site.Workroom.Read(w => w.Contributions.CountAsync()));
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task The_key_of_another_bodys_form_gives_nothing_away_and_changes_nothing()
    {
        using var first = await Send("a-key-that-cannot-be-read", "Ours.", ("Draft", "true"));
        using var other = await _site.Member(Role.Contributor, Other);
        using var sent = await other.Send($"/work/bodies/{Other}/write/update?about=commitment/{FeedbackSamples.Commitment}", null, ("Key", "a-key-that-cannot-be-read"), ("Told.Words", "Theirs."));
        var page = await Visitor.Read(sent, expect: 409);
        var row = await _site.Workroom.Read(w => w.Contributions.AsNoTracking().SingleAsync());
        Assert.DoesNotContain(row.Reference, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Ours.", Owner), (row.Told.Words, row.Body));
        using var again = await other.Send(page, $"/work/bodies/{Other}/write/update?about=commitment/{FeedbackSamples.Commitment}", null);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
    }

    [Fact]
    public async Task What_staff_enter_and_meetings_they_record_are_there_once_too()
    {
        using var staff = await _site.Member(Role.Editor);
        foreach (var (path, field, count) in new[]
        {
            ($"/work/enter?From={Owner}&About=commitment/{FeedbackSamples.Commitment}", "Told.Words", (Func<Task<int>>)(() => _site.Workroom.Read(w => w.Contributions.CountAsync()))),
            ("/work/record-meeting", "HappensNow", () => _site.Workroom.Read(w => w.Meetings.CountAsync())),
        })
        {
            var form = await staff.Page(path);
            (string, string)[] rest = [("How", "Paper"), ("CameOn", "3 November 2026"), ("Day", "3 November 2026"), ("Whom", "Big Body")];
            var same = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => staff.Send(form, path, null, [.. rest, (field, "Once.")])));
            Assert.Single(same.Select(a => a.Headers.Location!.ToString()).Distinct(StringComparer.Ordinal));
            using var other = await staff.Send(form, path, null, [.. rest, (field, "Twice.")]);
            var page = await Visitor.Read(other, expect: 409);
            Assert.Equal("Twice.", page.QuerySelector($"textarea[name='{field}']")!.TextContent.TrimStart('\n'));
            Assert.Equal(1, await count());
            using var second = await staff.Send(page, path, null);
            Assert.Equal((HttpStatusCode.SeeOther, 2), (second.StatusCode, await count()));
            foreach (var answer in same) answer.Dispose();
        }
    }

    /// <summary>One wording stands; who sent it has the receipt, who sent the other has a page with their own words. Answers how many.</summary>
    private static async Task<int> OneOf(List<(string Words, HttpResponseMessage Answer)> answers, string? cut)
    {
        var well = answers.Where(a => a.Answer.StatusCode == HttpStatusCode.SeeOther).ToList();
        // Where nobody has a receipt, what was sent before the line was cut stands.
        if (well.Count > 0) Assert.Single(well.Select(a => a.Answer.Headers.Location!.ToString()).Distinct(StringComparer.Ordinal));
        else Assert.NotNull(cut);
        var stands = well.Count == 0 ? cut : Assert.Single(well.Select(a => a.Words).Distinct(StringComparer.Ordinal));
        var others = 0;
        foreach (var (words, answer) in answers)
        {
            using var _ = answer;
            if (answer.StatusCode == HttpStatusCode.SeeOther) continue;
            Assert.NotEqual(stands, words);
            Assert.Equal(words, (await Visitor.Read(answer, expect: 409)).QuerySelector("textarea[name='Told.Words']")!.TextContent.TrimStart('\n'));
            others++;
        }
        return others;
    }

    private Task<HttpResponseMessage> Send(string key, string words, params (string, string)[] more) => _contributor.Post(Form, [.. Fields(key, words), .. more]);

    private (string, string)[] Fields(string key, string words) => [("__RequestVerificationToken", _token), ("Key", key), ("Seen", "1"), ("Told.Words", words)];

    // No answer is waited for: the line is reset.
    private async Task Cut(string key, string words, bool whole)
    {
        using var form = new FormUrlEncodedContent(Fields(key, words).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        var body = await form.ReadAsStringAsync();
        using var line = new TcpClient { LingerState = new(true, 0) };
        await line.ConnectAsync(_site.Address.Host, _site.Address.Port);
        var head = $"POST {Form} HTTP/1.1\r\nHost: {_site.Address.Authority}\r\nCookie: {_cookies}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n";
        await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + (whole ? body : body[..(body.Length / 2)])));
    }

    public async ValueTask DisposeAsync()
    {
        _contributor.Dispose();
        await _site.DisposeAsync();
    }
}
