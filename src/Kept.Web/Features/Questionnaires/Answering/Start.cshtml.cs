using System.Globalization;
using Kept.Core.Accounts;
using Kept.Core.Organisations;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires.Answering;

/// <summary>What a questionnaire is about and who reads it, before the first question.</summary>
public sealed class StartModel(WorkroomDatabase workroom, FormToken tokens, TimeProvider clock, KeptSettings settings, Begins begins) : AnswerPage(workroom, tokens, clock)
{
    protected override string Subject => "start " + Questionnaire.Id;

    public bool IsLive => Questionnaire.State == QuestionnaireState.Live;

    /// <summary>Whether nobody stands by at the moment for what may say that somebody is at risk: then nobody begins.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>The bodies that whoever is signed in writes for.</summary>
    public IReadOnlyList<(string Id, string Name)> Bodies { get; private set; } = [];

    /// <summary>What their bodies have begun and sent, newest first.</summary>
    public IReadOnlyList<Reply> Theirs { get; private set; } = [];

    /// <summary>The contributions that those which were sent became, by the id of the reply.</summary>
    public IReadOnlyDictionary<string, string> Queued { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    [BindProperty]
    public string? Body { get; set; }

    public async Task<IActionResult> OnGetAsync(string questionnaire) => await Open(questionnaire) ? Page() : Nowhere();

    public async Task<IActionResult> OnPostAsync(string questionnaire)
    {
        if (!await Open(questionnaire)) return Nowhere();
        if (!IsOurs()) return Again();
        if (IsPaused) return Again(StatusCodes.Status409Conflict);
        if (Form.Audience == Audience.Anyone && begins.Wait(CameFrom.Of(HttpContext), Now) is { } wait) return TooMany(wait);
        var (reply, word, why) = Form.Audience == Audience.Bodies && Me is { } me ? BeginReply.ForBody(Questionnaire, Form, me, Body ?? (Bodies.Count == 1 ? Bodies[0].Id : null), Now) : BeginReply.Anybody(Questionnaire, Form, Now);
        if (reply is null)
        {
            Errors.Add(Form.Audience == Audience.Bodies && Bodies.Count > 1 ? "Body" : "", why!);
            return Mend();
        }
        await Workroom.Write(w =>
        {
            w.Replies.Add(reply);
            return Task.CompletedTask;
        });
        return Then(QuestionnaireLinks.Step(questionnaire, word, Routing.First(Form).Question!.Id));
    }

    private IActionResult TooMany(TimeSpan wait)
    {
        Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        Errors.Add("", $"Very many people have begun from where you are just now, and we wait a little before we take more. Nothing is wrong with what you did. Try again in {Words.Counted((int)Math.Ceiling(wait.TotalMinutes), "minute", "minutes")}. If somebody is in danger now, call 999. Children can call Childline free on 0800 1111.");
        return Again(StatusCodes.Status429TooManyRequests);
    }

    public string NameOf(string? body) => body is null ? "" : Reading.View.Find<Organisation>(body)?.Body.Name ?? body;

    private async Task<bool> Open(string id)
    {
        if (await Standing.Find(Workroom, id) is not { Version: { } version } standing) return false;
        (Questionnaire, Form) = (standing.Questionnaire, version.Form);
        IsPaused = (await Workroom.Read(w => Guardians.Missing(w, Questionnaire, Form, Now, settings.SafeguardingDays))).Count > 0;
        if (Form.Audience != Audience.Bodies || Me is not { } me) return true;
        Bodies = [.. me.Bodies.Where(b => me.May(Power.WriteForBody, b)).Select(b => (b, NameOf(b))).OrderBy(b => b.Item2, StringComparer.OrdinalIgnoreCase)];
        var ids = Bodies.Select(b => b.Id).ToList();
        var now = Now;
        Theirs = await Workroom.Read(w => w.Replies.Where(r => r.QuestionnaireId == id && ids.Contains(r.Body!) && (r.Sent != null || (r.Ends > now && r.Word != null))).OrderByDescending(r => r.Saved).Take(20).ToListAsync());
        var replies = Theirs.Select(r => r.Id).ToList();
        Queued = await Workroom.Read(w => w.Contributions.Where(c => replies.Contains(c.FormKey)).ToDictionaryAsync(c => c.FormKey, c => c.Id, StringComparer.Ordinal));
        return true;
    }
}
