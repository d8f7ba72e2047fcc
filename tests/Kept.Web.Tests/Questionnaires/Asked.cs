using AngleSharp.Dom;
using Kept.Core.Accounts;
using Kept.Core.Questionnaires;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Tests.Questionnaires;

/// <summary>How people go through a questionnaire, press by press.</summary>
internal static class Asked
{
    public const string Id = "howitis0", Start = "/answer/" + Id;

    /// <summary>Makes a form live that anyone may answer, with two people who stand by.</summary>
    public static async Task Open(this TestSite site, Form? form = null)
    {
        await site.Live(Id, form ?? Questions.Small());
        foreach (var name in (string[])["ann", "ben"])
        {
            await site.AddMember($"{name}@example.org", Role.Safeguarding);
            using var seen = await site.SignIn($"{name}@example.org");
        }
        await site.Workroom.Write(async w =>
        {
            var people = await w.Users.Where(a => a.Email == "ann@example.org" || a.Email == "ben@example.org").OrderBy(a => a.Email).Select(a => a.Id).ToListAsync();
            var questionnaire = await w.Questionnaires.FirstAsync(q => q.Id == Id);
            (questionnaire.Reviewer, questionnaire.Deputy) = (people[0], people[1]);
        });
    }

    /// <summary>Presses "Begin"; where that leads.</summary>
    public static async Task<string> Begin(this Visitor visitor, params (string, string)[] fields)
    {
        using var begun = await visitor.Send(Start, Start, fields);
        return begun.Headers.Location?.ToString() ?? throw new InvalidOperationException($"Nothing was begun: {begun.StatusCode}");
    }

    /// <summary>Answers a question; where that leads.</summary>
    public static async Task<string> Answer(this Visitor visitor, string at, params (string, string)[] fields)
    {
        using var answer = await visitor.Send(at, null, fields);
        return answer.Headers.Location?.ToString() ?? throw new InvalidOperationException($"{at} led nowhere: {answer.StatusCode}");
    }

    /// <summary>Goes through the small form by its short way and sends it; the reference.</summary>
    public static async Task<string> SendShort(this Visitor visitor, string first, string last = "", bool risk = false)
    {
        var next = await visitor.Answer(first, risk ? [("answer", "No"), ("risk", "true")] : [("answer", "No")]);
        var check = await visitor.Answer(next, ("answer", last));
        return (await visitor.Page(await visitor.Answer(check))).QuerySelector(".k-reference")!.TextContent;
    }

    public static string H1(this IDocument page) => page.QuerySelector("h1")!.TextContent.Trim();

    public static string Words(this IDocument page) => page.QuerySelector("main")!.TextContent;

    public static Task<List<Reply>> Replies(this TestSite site) => site.Workroom.Read(w => w.Replies.OrderBy(r => r.Made).ToListAsync());
}
