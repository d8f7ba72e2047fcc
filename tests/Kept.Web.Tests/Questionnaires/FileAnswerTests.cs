using System.Net;
using System.Text;
using Kept.Core.Accounts;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Questionnaires;

/// <summary>Files as answers: added, taken away, seen by those who read replies, and gone with the reply.</summary>
public sealed class FileAnswerTests : IAsyncLifetime
{
    private const string Replies = "/work/questionnaires/" + Asked.Id + "/replies";
    private TestSite _site = null!;
    private Visitor _ann = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.WithPeople(TestClock.At(2026, 11, 23), WorkSamples.Fill);
        await _site.Live(Asked.Id, WithFile());
        _ann = await _site.Member(Role.Contributor, "celcis");
    }

    private static Form WithFile(Audience audience = Audience.Bodies)
    {
        var form = Questions.Small(audience);
        return EditForm.ChangeQuestion(form, form.Find("qhow")! with { Kind = QuestionKind.File, Label = "What shows it?" });
    }

    private async Task<string> AtTheFile() => await _ann.Answer(await _ann.Begin(), ("answer", "Yes"));

    [Fact]
    public async Task Several_are_added_taken_away_shown_before_sending_and_handed_to_staff_as_downloads()
    {
        var at = await AtTheFile();
        var page = await _ann.Page(at);
        Assert.Contains("each up to 10 MB", page.Words(), StringComparison.Ordinal);
        Assert.Equal("multipart/form-data", page.QuerySelector("main form")!.GetAttribute("enctype"));
        Assert.True(page.QuerySelector("input[type=file]")!.HasAttribute("multiple"));
        using var nothing = await Upload(at, []);
        Assert.Contains("Add a file.", (await Visitor.Read(nothing, expect: 422)).Words(), StringComparison.Ordinal);
        using var added = await Upload(at, [("minutes.txt", "The minutes."), ("plan.txt", "The plan.")], ("go", "add"));
        Assert.Equal(at, added.Headers.Location!.ToString());
        page = await _ann.Page(at);
        var away = page.QuerySelectorAll("button[name=away]");
        Assert.Equal(["Take away minutes.txt", "Take away plan.txt"], away.Select(b => b.TextContent.Trim()));
        using var less = await Upload(at, [], ("away", away[1].GetAttribute("value")!));
        using var on = await Upload(at, []);
        var check = await _ann.Answer(on.Headers.Location!.ToString(), ("answer", "That is all."));
        Assert.Contains("minutes.txt", (await _ann.Page(check)).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("plan.txt", (await _ann.Page(check)).Words(), StringComparison.Ordinal);
        var reference = (await _ann.Page(await _ann.Answer(check))).QuerySelector(".k-reference")!.TextContent;

        using var editor = await _site.Member(Role.Editor);
        var link = (await editor.Page($"{Replies}/{reference}")).QuerySelector("#files ~ ul a")!;
        Assert.Equal("minutes.txt", link.TextContent);
        using var file = await editor.Get(link.GetAttribute("href")!);
        Assert.Equal(("The minutes.", "attachment"), (await file.Content.ReadAsStringAsync(), file.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(HttpStatusCode.NotFound, (await _ann.Get(link.GetAttribute("href")!)).StatusCode);
        using var nobody = new Visitor(_site);
        Assert.Equal(HttpStatusCode.SeeOther, (await nobody.Get(link.GetAttribute("href")!)).StatusCode);
        using var csv = await editor.Get(Replies + "/download");
        Assert.Contains(",minutes.txt,", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("What shows it?\nminutes.txt", await _site.Workroom.Read(w => w.Contributions.Select(c => c.Told).SingleAsync()) is { } told ? told.Words : "", StringComparison.Ordinal);
        var decide = "/work/queue/" + await _site.Workroom.Read(w => w.Contributions.Select(c => c.Id).SingleAsync());
        Assert.Contains("and 1 file", (await editor.Page(decide)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_kind_we_take_is_said_and_the_others_are_kept()
    {
        var at = await AtTheFile();
        using var some = await Upload(at, [("run.exe", "MZ\0"), ("notes.txt", "Notes.")]);
        var page = await Visitor.Read(some, expect: 422);
        Assert.Contains("run.exe: This is none of the kinds of file that we take", page.QuerySelector(".ds_error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("notes.txt", await _site.Workroom.Read(w => w.Attachments.Select(a => a.Name).SingleAsync()));
    }

    [Fact]
    public async Task Five_and_no_more_each_once_and_nobody_names_a_file_they_did_not_send()
    {
        var at = await AtTheFile();
        using var many = await Upload(at, [.. Enumerable.Range(0, 4).Select(n => ($"{n}.txt", $"File {n}"))], ("go", "add"));
        using var more = await Upload(at, [("again.txt", "File 0"), ("4.txt", "File 4"), ("5.txt", "File 5")], ("go", "add"));
        Assert.Contains("5.txt: there are 5 files already", (await Visitor.Read(more, expect: 422)).Words(), StringComparison.Ordinal);
        Assert.Equal(5, await _site.Workroom.Read(w => w.AttachedBytes.CountAsync()));
        using var forged = await Upload(at, [], ("answer", "someid/forged.txt"), ("go", "add"));
        Assert.DoesNotContain((await _site.Replies()).Single().Answers["qhow"].Values, v => v.Contains("forged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_goes_with_the_reply_that_was_never_sent()
    {
        using var added = await Upload(await AtTheFile(), [("notes.txt", "Notes.")]);
        _site.Clock.Advance(TimeSpan.FromDays(31));
        await Retention.Run(_site.Workroom, _site.Clock.GetUtcNow(), CancellationToken.None);
        Assert.Equal((0, 0, 0), ((await _site.Replies()).Count, await _site.Workroom.Read(w => w.Attachments.CountAsync()), await _site.Workroom.Read(w => w.AttachedBytes.CountAsync())));
    }

    [Fact]
    public async Task More_than_a_form_of_text_holds_is_taken_only_where_a_file_is_asked_for()
    {
        var first = await _ann.Begin();
        var big = new string('x', 200_000);
        using var text = await Upload(first, [("big.txt", big)]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, text.StatusCode);
        var at = await _ann.Answer(first, ("answer", "Yes"));
        using var file = await Upload(at, [("big.txt", big)]);
        Assert.Equal(HttpStatusCode.SeeOther, file.StatusCode);
    }

    [Fact]
    public async Task A_form_that_anyone_may_answer_offers_none_and_takes_none()
    {
        var made = await Made(Audience.Anyone);
        using var editor = await _site.Member(Role.Editor);
        var path = $"/work/questionnaires/{made}/question/new?section=sone";
        Assert.Null((await editor.Page(path)).QuerySelector("input[name=Kind][value=File]"));
        Assert.NotNull((await editor.Page($"/work/questionnaires/{await Made(Audience.Invited)}/question/new?section=sone")).QuerySelector("input[name=Kind][value=File]"));
        using var forced = await editor.Send(path, null, ("Label", "Show us"), ("Kind", "File"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.StatusCode);
    }

    private async Task<string> Made(Audience audience)
    {
        var questionnaire = Questionnaire.Of(Questions.Small(audience), "operator", _site.Clock.GetUtcNow());
        await _site.Workroom.Write(w => w.Questionnaires.AddAsync(questionnaire).AsTask());
        return questionnaire.Id;
    }

    private async Task<HttpResponseMessage> Upload(string at, (string Name, string Text)[] files, params (string Name, string Value)[] fields)
    {
        var page = await _ann.Page(at);
        using var form = new MultipartFormDataContent();
        foreach (var field in page.QuerySelectorAll("main form input[type=hidden]")) form.Add(new StringContent(field.GetAttribute("value")!), field.GetAttribute("name")!);
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        foreach (var (name, text) in files) form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "answer", name);
        return await _ann.Client.PostAsync(new Uri(at, UriKind.Relative), form);
    }

    public async ValueTask DisposeAsync()
    {
        _ann.Dispose();
        await _site.DisposeAsync();
    }
}
