using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;
using static Kept.Testing.FeedbackSamples;

namespace Kept.Web.Tests.Feedback;

/// <summary>Many updates in one table, whole or not at all; and the reports that the same words go into.</summary>
public sealed class TableTests : IAsyncLifetime
{
    private const string Path = $"/work/bodies/{Owner}/table";
    private const int Many = 500;
    private TestSite _site = null!;
    private Visitor _contributor = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), Fill);
        _contributor = await _site.Member(Role.Contributor, Owner);
    }

    [Fact]
    public async Task Five_hundred_updates_are_sent_at_once_and_the_same_table_again_sends_nothing_twice()
    {
        await Promise(Many);
        var lines = await Download();
        Assert.StartsWith("about,title,due,words,status", lines[0], StringComparison.Ordinal);
        var filled = lines[..1].Concat(lines[1..].Where(l => l.StartsWith("commitment/many-", StringComparison.Ordinal)).Select(l => Filled(l, "On its way, \"nearly\"."))).ToArray();
        Assert.Equal(Many + 1, filled.Length);
        var page = await _contributor.Page(Path);
        using var sent = await Upload(page, filled);
        Assert.Equal(Path + "?done=500", sent.Headers.Location!.ToString());
        using var again = await Upload(page, filled);
        Assert.Equal(Many, await _site.Workroom.Read(w => w.Contributions.CountAsync(c => c.Provenance == Provenance.Table && c.State == ContributionState.Received)));
        using var editor = await _site.Member(Role.Editor);
        Assert.Contains("500 contributions wait", (await editor.Page("/work/queue")).QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_one_mistake_nothing_is_sent_and_every_mistake_is_named_by_line_and_column()
    {
        await Promise(3);
        using var answer = await Upload(await _contributor.Page(Path),
            "about,words,status,new_date", "commitment/many-0,Fine.,underway,", "commitment/many-1,Fine.,splendid,", "commitment/nothing,Fine.,,", "commitment/many-2,Later.,,spring 2027");
        var page = await Visitor.Read(answer, expect: 422);
        Assert.Equal(["Line 3, status", "Line 4, about", "Line 5, why_moved"], page.QuerySelectorAll("tbody th").Select(r => r.TextContent));
        Assert.Equal(0, await _site.Workroom.Read(w => w.Contributions.CountAsync()));
    }

    [Theory]
    [InlineData("about,nonsense", "no such column")]
    [InlineData("words\nFine.", "is missing")]
    [InlineData("about,words\ncommitment/families-c1", "cells")]
    [InlineData("about,words\ncommitment/families-c1,\"open", "")]
    [InlineData("", "")]
    public async Task What_is_no_table_is_refused_in_words(string text, string why)
    {
        using var answer = await Upload(await _contributor.Page(Path), text.Split('\n'));
        Assert.Contains(why, (await Visitor.Read(answer, expect: 422)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_that_nobody_touched_sends_nothing()
    {
        var standing = new Update { Of = "commitment/families-c1", Body = Owner, Said = "=It is out, nearly", Status = "underway", Sent = Day, Came = "through Kept", Evidence = [new("Minutes", "https://example.org/m")], Reports = ["child-poverty"] };
        await _site.Register.AppendAsync(Change.Of(Write.Set("update-1", new(2026, 11, 1), standing, 0)), Act.Operator("For a test.", "test"));
        var lines = await Download();
        Assert.Contains(lines, l => l.Contains("'=It is out", StringComparison.Ordinal));
        using var answer = await Upload(await _contributor.Page(Path), lines);
        Assert.Contains("nothing new in this table", (await Visitor.Read(answer, expect: 422)).QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_holds_the_same_words_as_a_table_and_as_a_text()
    {
        var said = new Update { Of = "commitment/families-c1", Body = Owner, Said = "Two lines\nof <words> & more", Status = "underway", Sent = Day, Came = "through Kept", Reports = ["child-poverty"] };
        await _site.Register.AppendAsync(Change.Of(Write.Set("update-1", new(2026, 11, 1), said, 0), Write.Set("update-2", new(2026, 11, 1), said with { Said = "Elsewhere", Reports = [] }, 0)), Act.Operator("For a test.", "test"));
        using var table = await _contributor.Get($"/work/bodies/{Owner}/reports/child-poverty.csv");
        var csv = await table.Content.ReadAsStringAsync();
        Assert.Contains("of <words> & more", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Elsewhere", csv, StringComparison.Ordinal);
        using var document = await _contributor.Get($"/work/bodies/{Owner}/reports/child-poverty.docx");
        Assert.Equal("attachment", document.Content.Headers.ContentDisposition!.DispositionType);
        await using var zip = new ZipArchive(await document.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(await zip.GetEntry("word/document.xml")!.OpenAsync());
        var xml = System.Xml.Linq.XDocument.Parse(await reader.ReadToEndAsync());
        Assert.Contains("of <words> & more", xml.Descendants().Where(e => e.Name.LocalName == "t").Select(e => e.Value));
        Assert.Equal(HttpStatusCode.NotFound, (await _contributor.Get($"/work/bodies/{Owner}/reports/gossip.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _contributor.Get($"/work/bodies/{Owner}/reports/child-poverty.exe")).StatusCode);
    }

    private Task<Appended> Promise(int count)
    {
        var commitment = (Commitment)_site.Register.Snapshot.Newest(new("commitment", "families-c1"))!.Body!;
        return _site.Register.AppendAsync(new Change([.. Enumerable.Range(0, count).Select(n => Write.Set($"many-{n}", Day, commitment with { Text = $"Promise {n}", Printed = [] }, 0))]), Act.Operator("For a test.", "load"));
    }

    private async Task<string[]> Download()
    {
        using var answer = await _contributor.Get($"/work/bodies/{Owner}/updates.csv");
        return (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    // The fourth column is empty in what nobody has said anything of.
    private static string Filled(string line, string words)
    {
        var cells = line.Split(',');
        cells[3] = $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return string.Join(',', cells);
    }

    private async Task<HttpResponseMessage> Upload(IDocument page, params string[] lines)
    {
        using var form = new MultipartFormDataContent();
        foreach (var field in page.QuerySelectorAll("main form input[type=hidden]")) form.Add(new StringContent(field.GetAttribute("value")!), field.GetAttribute("name")!);
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join("\r\n", lines))), "File", "table.csv");
        return await _contributor.Client.PostAsync(new Uri(Path, UriKind.Relative), form);
    }

    public async ValueTask DisposeAsync()
    {
        _contributor.Dispose();
        await _site.DisposeAsync();
    }
}
