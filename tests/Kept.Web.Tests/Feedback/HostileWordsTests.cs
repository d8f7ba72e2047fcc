using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using Kept.Core.Accounts;
using Kept.Core.Records;
using Kept.Testing;
using Kept.Web.Features.Feedback.Telling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kept.Testing.FeedbackSamples;

namespace Kept.Web.Tests.Feedback;

/// <summary>Whatever is typed into a field is shown as words, wherever it is read: no element, no attribute, no formula, no header comes of it.</summary>
public sealed partial class HostileWordsTests : IAsyncLifetime
{
    private const string About = $"commitment/{FeedbackSamples.Commitment}";
    private TestSite _site = null!;
    private Visitor _contributor = null!, _editor = null!;
    private string _sends = "", _decides = "";

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.WithPeople(TestClock.At(2026, 11, 20), Fill, s => s with { Smtp = "smtp://127.0.0.1:9", MailFrom = "kept@example.org", PublicUrl = "https://promise.example" });
        (_contributor, _editor) = (await _site.Member(Role.Contributor, Owner), await _site.Member(Role.Editor));
        (_sends, _decides) = (await Token(_contributor), await Token(_editor));
    }

    [Fact]
    public async Task Hostile_texts_are_words_on_every_page_and_in_every_file()
    {
        Assert.True(HostileWords.All.Count >= HostileWords.Least, $"{HostileWords.All.Count} are few.");
        // What pages are made of when nobody means harm.
        await Update("Harmless words.");
        await Commitment("A harmless promise.");
        await Correct(About, "A harmless text.", "It was harmless.");
        var made = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (path, who) in Pages()) made[path] = Parts(await Read(path, who));

        foreach (var words in HostileWords.All) await Update(words);
        foreach (var words in HostileWords.All.Where((_, n) => n % 20 == 0)) await Commitment(words);
        await Correct(About, HostileWords.All[0], HostileWords.All[39]);
        await _site.Services.GetRequiredService<TellingPeople>().TellDue(CancellationToken.None);

        var kept = HostileWords.All.Select(HostileWords.Kept).ToList();
        foreach (var (path, who) in Pages())
        {
            var page = await Read(path, who);
            Assert.Equal((path, ""), (path, string.Join(", ", Parts(page).Except(made[path]).Where(p => Strange().IsMatch(p)))));
            foreach (var link in page.QuerySelectorAll("[href], [src], [action], [formaction], [data]").SelectMany(e => e.Attributes).Where(a => a.Name is "href" or "src" or "action" or "formaction" or "data"))
                Assert.Matches("^(https?://|/|#|\\?|$|mailto:)", link.Value);
        }
        var text = Flat((await Read($"/commitments/{FeedbackSamples.Commitment}", null)).Body!.TextContent);
        foreach (var words in kept) Assert.Contains(Flat(words), text, StringComparison.Ordinal);
        foreach (var field in (string[])["said", "whyMoved"])
        {
            var stand = (await _site.Json($"/commitments/{FeedbackSamples.Commitment}.json")).GetProperty("updates").EnumerateArray().Select(u => u.GetProperty(field).GetString()!).Where(w => w is not "Harmless words.").ToList();
            Assert.Equal([], kept.Except(stand, StringComparer.Ordinal));
            Assert.Equal([], stand.Except(kept, StringComparer.Ordinal));
            Assert.Equal(kept.Count, stand.Count);
        }
        await InFiles(kept);
        foreach (var mail in await _site.Workroom.Read(w => w.Outbox.ToListAsync())) Assert.DoesNotContain(mail.Subject, char.IsControl);
    }

    [Fact]
    public async Task Every_hostile_text_is_found_by_search_as_words()
    {
        await Update("Harmless words.");
        var made = Parts(await Read("/search?q=harmless", null));
        foreach (var words in HostileWords.All.Where((_, n) => n % 5 == 0))
        {
            var page = await Read("/search?q=" + Uri.EscapeDataString(words), null);
            Assert.Equal((words, ""), (words, string.Join(", ", Parts(page).Except(made).Where(p => Strange().IsMatch(p)))));
        }
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_refused_in_words()
    {
        foreach (var fields in (IEnumerable<(string, string)[]>)[[("Told.Words", "A\0B")], [.. Enumerable.Range(0, 2000).Select(n => (FormattableString.Invariant($"f{n}"), ""))]])
        {
            using var refused = await _contributor.Post($"/work/bodies/{Owner}/write/update?about={About}", [("__RequestVerificationToken", _sends), .. fields]);
            Assert.Equal("This form could not be read", (await Visitor.Read(refused, expect: 400)).QuerySelector("h1")!.TextContent);
        }
    }

    private IEnumerable<(string Path, Visitor? Who)> Pages() =>
    [
        ($"/commitments/{FeedbackSamples.Commitment}", null), ("/commitments", null), ($"/organisations/{Owner}", null), ("/changes", null), ("/corrections", null), ("/search?q=alert", null), ($"/plans/plan-a/actions/{FeedbackSamples.Action}", null),
        ($"/work/bodies/{Owner}", _contributor), ($"/work/bodies/{Owner}?all=yes", _contributor), ("/work/queue", _editor),
    ];

    private async Task InFiles(IReadOnlyList<string> kept)
    {
        var feed = XDocument.Parse(await Text("/changes.atom", null));
        Assert.True(feed.Root!.Elements().Count() > 40);
        Assert.All(feed.Descendants(), e => Assert.Equal("http://www.w3.org/2005/Atom", e.Name.NamespaceName));
        Assert.All(feed.Descendants().Where(e => e.Name.LocalName is "summary" or "title"), e => Assert.Contains((string?)e.Attribute("type"), (string?[])[null, "text"]));
        var report = $"/work/bodies/{Owner}/reports/corporate-parenting";
        var table = await Text(report + ".csv", _contributor);
        using var document = new ZipArchive(await _contributor.Client.GetStreamAsync(new Uri(report + ".docx", UriKind.Relative)));
        await using var part = await document.GetEntry("word/document.xml")!.OpenAsync();
        var word = XDocument.Load(part);
        var paragraphs = word.Descendants().Where(e => e.Name.LocalName == "t").Select(e => e.Value).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(["body", "document", "p", "pPr", "pStyle", "r", "t"], word.Descendants().Select(e => e.Name.LocalName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        foreach (var words in kept)
        {
            Assert.All(words.Split('\n'), line => Assert.Contains(line, paragraphs));
            var cell = "=+-@\t\r".Contains(words[0], StringComparison.Ordinal) ? "'" + words : words;
            Assert.Contains(cell.Contains('"', StringComparison.Ordinal) || cell.AsSpan().ContainsAny(',', '\n') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell, table, StringComparison.Ordinal);
        }
        foreach (var path in (string[])["/changes.csv", "/commitments.csv", report + ".csv"])
            Assert.DoesNotMatch("(^|,|\n)\"?[=@]", await Text(path, _contributor));
        foreach (var path in (string[])[$"/commitments/{FeedbackSamples.Commitment}.json", $"/organisations/{Owner}.json", "/changes.json", "/search.json?q=alert"])
        {
            using var answer = await _site.Get(path);
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            Assert.Equal(("application/json", "nosniff"), (answer.Content.Headers.ContentType!.MediaType, answer.Headers.GetValues("X-Content-Type-Options").Single()));
        }
    }

    private async Task Update(string words)
    {
        var id = await Send($"update?about={About}", ("Told.Words", words), ("Told.NewDate", "spring 2027"), ("Told.WhyMoved", words), ("Told.Evidence[0].Text", words), ("Told.Evidence[0].Address", "https://example.org/?q=" + words), ("Told.Reports", "corporate-parenting"), ("TellMe", "true"));
        await Accept(id, ("Told.Words", words), ("Told.NewDate", "spring 2027"), ("Told.WhyMoved", words), ("Told.Evidence[0].Text", words), ("Told.Evidence[0].Address", "https://example.org/?q=" + words), ("Told.Reports", "corporate-parenting"));
    }

    private async Task Commitment(string words)
    {
        var id = await Send("commitment", ("Told.Promise", words), ("Told.Actions", FeedbackSamples.Action), ("Told.Words", words));
        await Accept(id, ("Told.Promise", words), ("Told.Actions", FeedbackSamples.Action), ("Told.Words", words));
        var entry = (await _site.Workroom.Read(w => w.Contributions.SingleAsync(c => c.Id == id))).Became!;
        var page = await Read("/commitments/" + entry.Split('/')[1], null);
        Assert.Contains(Flat(HostileWords.Kept(words)), Flat(page.QuerySelector("h1")!.TextContent), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("title"), t => t.ParentElement!.LocalName == "head");
    }

    private async Task Correct(string about, string words, string why)
    {
        var id = await Send($"correction?about={about}", ("Told.Words", words), ("Told.Right", words));
        await Accept(id, ("Field", "text"), ("RightText", words), ("WhyWrong", why));
    }

    private async Task<string> Send(string what, params (string, string)[] fields)
    {
        using var sent = await _contributor.Post($"/work/bodies/{Owner}/write/{what}", [("__RequestVerificationToken", _sends), .. fields]);
        return sent.StatusCode == HttpStatusCode.SeeOther ? sent.Headers.Location!.ToString().Split('/')[^1] : throw new InvalidOperationException($"{sent.StatusCode} {fields[0]}: {Said(await sent.Content.ReadAsStringAsync())}");
    }

    private async Task Accept(string id, params (string, string)[] fields)
    {
        var version = _site.Register.Snapshot.Newest(RecordKey.Parse(About))!.Entry.Version;
        using var accepted = await _editor.Post($"/work/queue/{id}?handler=Accept", [("__RequestVerificationToken", _decides), ("Seen", "3"), ("Expect", version.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Looked", "true"), .. fields]);
        if (accepted.StatusCode != HttpStatusCode.SeeOther) throw new InvalidOperationException($"{accepted.StatusCode} {fields[0]}: {Said(await accepted.Content.ReadAsStringAsync())}");
    }

    private static string Said(string page) => page[Math.Max(0, page.IndexOf("error-summary", StringComparison.Ordinal))..][..Math.Min(400, page.Length)];

    private async Task<string> Text(string path, Visitor? who)
    {
        using var answer = await (who?.Client ?? _site.Client).GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        return await answer.Content.ReadAsStringAsync();
    }

    private Task<IDocument> Read(string path, Visitor? who) => who is null ? _site.Page(path) : who.Page(path);

    /// <summary>What a page is made of: each element with the names of its attributes.</summary>
    private static HashSet<string> Parts(IDocument page) =>
        page.All.SelectMany(e => e.Attributes.Select(a => $"{e.LocalName}[{a.Name}]").Prepend(e.LocalName)).ToHashSet(StringComparer.Ordinal);

    private static string Flat(string text) => Spaces().Replace(text.Replace('\u2028', ' ').Replace('\u2029', ' '), " ").Trim();

    // A longer list has pages to turn, a table more of what it has already: what no page of ours holds is strange.
    [GeneratedRegex(@"\[(on\w+|style|srcdoc|formaction|background|autofocus|attributename|http-equiv|x|src)\]|^(script|iframe|object|embed|base|math|marquee|video|audio|source|template|noscript|animate|mtext|style|x-new-tag|x|b|i|u|img)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Strange();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    private static async Task<string> Token(Visitor visitor) => (await visitor.Page("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    public async ValueTask DisposeAsync()
    {
        _contributor.Dispose();
        _editor.Dispose();
        await _site.DisposeAsync();
    }
}
