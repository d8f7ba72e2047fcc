using System.Net;
using System.Text.Json;
using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Feedback;

/// <summary>Fields that no form has change nothing, and what belongs to another body looks like what does not exist, at every address and with every button.</summary>
public sealed class MeddlingTests : IAsyncLifetime
{
    private const string Owner = WorkSamples.Body, Other = "celcis", About = "commitment/sample-c2";
    private static readonly string[] Buttons = ["", "?handler=Approve", "?handler=Withdraw", "?handler=TakeAway", "?handler=StillTrue", "?handler=Accept", "?handler=Claim", "?handler=LetGo", "?handler=AskBack", "?handler=Reject", "?handler=Route", "?handler=Merge"];
    private static readonly (string Name, string Value)[] Meddling =
        [.. new[] { "", "Contribution.", "Told.", "Model.", "made.", "asked.", "Meeting." }.SelectMany(prefix => new[]
        {
            ("State", "Published"), ("Author", "somebody-else"), ("ApprovedBy", "somebody-else"), ("Body", Other), ("Entry", "1"), ("Became", "update/none"), ("IsAdmin", "true"), ("ClaimedBy", "somebody-else"),
            ("ClaimedUntil", "2030-01-01"), ("Version", "99"), ("Reference", "AAAA-AAAA"), ("MergedInto", "none"), ("Sent", "2001-01-01"), ("Decided", "2001-01-01"), ("Provenance", "Paper"), ("Seconds", "5"),
            ("RecordedBy", "somebody-else"), ("Made", "2001-01-01"), ("FormKey", "none"), ("Edited.Words", "Other words"), ("Steps[0].What", "Published"), ("Title", "Another title"), ("id", Other), ("kind", "correction"),
        }.Select(f => (prefix + f.Item1, f.Item2))), ("Me.Roles[0].Role", "Administrator"), ("Person.Roles[0].Role", "Administrator"), ("HasApprover", "false"), ("IsDraft", "false"), ("WaitsForNobody", "true"),
            // What the form has already, once more.
            ("Told.Words", "Twice."), ("Reason", "Twice."), ("HappensNow", "Twice."), ("Whom", "Big Body"), ("CameOn", "1 January 2020"), ("Day", "1 January 2020"), ("Draft", "false")];
    private static readonly JsonSerializerOptions Whole = new() { IncludeFields = true };
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), WorkSamples.Fill);

    [Fact]
    public async Task Fields_that_no_form_has_change_nothing()
    {
        using var contributor = await _site.Member(Role.Contributor, Owner);
        using var editor = await _site.Member(Role.Editor);
        await Same(contributor, $"/work/bodies/{Owner}/write/update?about={About}", null, ("Told.Words", "How it stands."));
        await Same(contributor, $"/work/bodies/{Owner}/write/correction?about={About}", null, ("Told.Words", "Wrong."), ("Told.Right", "Right."));
        await Same(contributor, $"/work/bodies/{Owner}/write/update?about={About}", null, ("Told.Words", "A draft."), ("Draft", "true"));
        await Same(editor, $"/work/enter?From={Owner}&About={About}", null, ("Told.Words", "Told us."), ("How", "Telephone"), ("CameOn", "3 November 2026"));
        await Same(editor, "/work/record-meeting", null, ("Day", "3 November 2026"), ("Whom", "CELCIS"), ("HappensNow", "Something."));
        foreach (var (button, reason) in new[] { ("Claim", ""), ("AskBack", "When?"), ("Reject", "No."), ("Accept", "") })
            await Same(editor, () => Received(), id => $"/work/queue/{id}", button, ("Reason", reason));
        await Same(contributor, () => Received(), id => $"/work/contributions/{id}", "Withdraw");
        await Same(contributor, () => Received(ContributionState.Draft), id => $"/work/contributions/{id}/edit", null, ("Told.Words", "Changed."));
        Assert.Equal([Role.Contributor, Role.Editor], (await _site.Workroom.Read(w => w.Grants.Select(g => g.Role).ToListAsync())).Order());
        Assert.Equal([Owner], await _site.Workroom.Read(w => w.Contributions.Select(c => c.Body).Distinct().ToListAsync()));
    }

    [Fact]
    public async Task A_body_named_in_a_field_is_not_written_for()
    {
        using var other = await _site.Member(Role.Contributor, Other);
        foreach (var path in (string[])[$"/work/bodies/{Other}/write/update?about={About}", $"/work/bodies/{Other}/write/commitment"])
            using (await other.Send(path, null, ("id", Owner), ("Told.Words", "Not theirs."), ("Told.Promise", "Not theirs."))) { }
        using (await other.Post($"/work/bodies/{Other}?handler=StillTrue", ("__RequestVerificationToken", await Token(other)), ("id", Owner), ("about", About), ("key", "a"))) { }
        Assert.All(await _site.Workroom.Read(w => w.Contributions.Select(c => c.Body).ToListAsync()), b => Assert.Equal(Other, b));
        Assert.Empty(new View(_site.Register.Snapshot, LondonClock.DayOf(_site.Clock.GetUtcNow())).All<Kept.Core.Programme.Update>());
    }

    [Fact]
    public async Task What_belongs_to_another_body_answers_like_what_does_not_exist()
    {
        using var owner = await _site.Member(Role.Contributor, Owner);
        using var other = await _site.Member(Role.Contributor, Other);
        var addresses = (await WorkSamples.Addresses(_site)).Where(a => a.Pattern.StartsWith("/work/", StringComparison.Ordinal) && a.Pattern.Contains('{', StringComparison.Ordinal)).ToList();
        var sent = (await _site.Workroom.Read(w => w.Contributions.SingleAsync(c => c.State == ContributionState.Received))).Id;
        using var file = new MultipartFormDataContent { { new StringContent(await Token(owner)), "__RequestVerificationToken" }, { new ByteArrayContent("The minutes."u8.ToArray()), "file", "notes.txt" } };
        using var added = await owner.Client.PostAsync(new Uri($"/work/contributions/{sent}/files", UriKind.Relative), file);
        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        var theirs = (await _site.Workroom.Read(w => w.Attachments.SingleAsync())).Id;
        var before = await Everything();
        var token = await Token(other);
        var seen = 0;
        foreach (var (pattern, path) in addresses.Append(("/work/contributions/{id}/files", $"/work/contributions/{sent}/files?handler=File&file={theirs}")))
        {
            var id = path.Split('/', '?')[pattern.Split('/').TakeWhile(p => !p.StartsWith('{')).Count()];
            var another = RandomId.Next();
            var absent = path.Replace(id, another, StringComparison.Ordinal);
            using var hidden = await other.Get(path);
            if (hidden.StatusCode != HttpStatusCode.NotFound) Assert.Equal("/work/still-true/{word}", pattern);
            using var none = await other.Get(absent);
            Assert.Equal((path, none.StatusCode, (await none.Content.ReadAsStringAsync()).Replace(another, id, StringComparison.Ordinal)), (path, hidden.StatusCode, await hidden.Content.ReadAsStringAsync()));
            if (pattern == "/work/still-true/{word}") continue;
            foreach (var button in Buttons)
            {
                using var refused = await other.Post(path.Split('?')[0] + button, ("__RequestVerificationToken", token), ("Seen", "1"), ("Told.Words", "Not theirs."), ("Reason", "No."), ("about", About), ("file", theirs), ("Draft", "true"));
                Assert.True(refused.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, $"{path}{button}: {refused.StatusCode}");
                seen++;
            }
        }
        // Through something of their own.
        using var mine = await other.Send($"/work/bodies/{Other}/write/update?about={About}", null, ("Told.Words", "Ours."));
        var own = mine.Headers.Location!.ToString();
        using var notMine = await other.Get($"{own}/files?handler=File&file={theirs}");
        Assert.Equal(HttpStatusCode.NotFound, notMine.StatusCode);
        using (await other.Post($"{own}/files?handler=TakeAway", ("__RequestVerificationToken", token), ("file", theirs))) { }
        foreach (var (name, value) in new[] { ("id", sent), ("Id", sent) })
            foreach (var button in (string[])["?handler=Withdraw", "/edit", "/files?handler=TakeAway"])
                using (await other.Post(own + button, ("__RequestVerificationToken", token), (name, value), ("Told.Words", "Not theirs."), ("Seen", "1"), ("file", theirs))) { }
        Assert.Equal(before, await Everything());
        Assert.True(seen > 50, $"{seen} buttons are few.");

        async Task<string> Everything() => JsonSerializer.Serialize(await _site.Workroom.Read(async w =>
            (await w.Contributions.Where(c => c.Body == Owner).OrderBy(c => c.Id).ToListAsync(), await w.Attachments.ToListAsync(), await w.Meetings.ToListAsync())), Whole);
    }

    /// <summary>The same form twice, once with everything that could be tried: the rows it makes say the same.</summary>
    private async Task Same(Visitor visitor, string path, string? action, params (string, string)[] fields)
    {
        var rows = new List<string>();
        foreach (var more in (IEnumerable<(string, string)[]>)[[], Meddling])
        {
            var before = await Rows();
            using var answer = await visitor.Send(path, action, [.. fields, .. more]);
            Assert.Equal((path, HttpStatusCode.SeeOther), (path, answer.StatusCode));
            rows.Add(Assert.Single(await Rows(), r => !before.ContainsKey(r.Key)).Value);
        }
        Assert.Equal(rows[0], rows[1]);
    }

    private async Task Same(Visitor visitor, Func<Task<string>> made, Func<string, string> path, string? button, params (string, string)[] fields)
    {
        var rows = new List<string>();
        foreach (var more in (IEnumerable<(string, string)[]>)[[], Meddling])
        {
            var id = await made();
            var page = await visitor.Page(path(id));
            var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            var seen = page.QuerySelector("input[name=Seen]")?.GetAttribute("value") ?? "0";
            using var answer = await visitor.Post(path(id) + (button is null ? "" : "?handler=" + button), [("__RequestVerificationToken", token), ("Seen", seen), ("Expect", "1"), ("Told.Words", "Words."), .. fields, .. more]);
            Assert.Equal((button, HttpStatusCode.SeeOther), (button, answer.StatusCode));
            rows.Add((await Rows())[id]);
        }
        Assert.Equal(rows[0], rows[1]);
    }

    private async Task<Dictionary<string, string>> Rows()
    {
        var contributions = await _site.Workroom.Read(w => w.Contributions.Include(c => c.Steps.OrderBy(s => s.Id)).ToListAsync());
        var meetings = await _site.Workroom.Read(w => w.Meetings.ToListAsync());
        return contributions.Select(c => (c.Id, Text: JsonSerializer.Serialize(new
        {
            c.State,
            c.Kind,
            c.Body,
            c.About,
            c.AboutVersion,
            c.Title,
            c.Told,
            c.Edited,
            c.Author,
            c.ApprovedBy,
            c.Provenance,
            c.CameOn,
            c.Sent,
            c.Decided,
            c.Seconds,
            c.TellMe,
            c.ClaimedBy,
            c.MergedInto,
            c.Version,
            Published = c.Entry is not null && c.Became!.StartsWith("update/update-", StringComparison.Ordinal),
            Steps = c.Steps.Select(s => new { s.What, s.By, s.At, s.Words }),
        }))).Concat(meetings.Select(m => (m.Id, Text: JsonSerializer.Serialize(new { m.Day, m.Bodies, m.HappensNow, m.RecordedBy, m.Made, m.Version })))).ToDictionary(r => r.Id, r => r.Text, StringComparer.Ordinal);
    }

    private async Task<string> Received(ContributionState state = ContributionState.Received)
    {
        var record = new View(_site.Register.Snapshot, LondonClock.DayOf(_site.Clock.GetUtcNow()));
        var made = SendContribution.Of(new(RandomId.Next(), Owner, ContributionKind.Update, About, 1, new() { Words = "Words." }, state == ContributionState.Draft, HasApprover: false), record, new("nobody", "Nobody", "nobody@example.org", []), _site.Clock.GetUtcNow()).Made!;
        await _site.Workroom.Write(w => w.Contributions.AddAsync(made).AsTask());
        return made.Id;
    }

    private static async Task<string> Token(Visitor visitor) => (await visitor.Page("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();
}
