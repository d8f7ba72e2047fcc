using Kept.Core.Accounts;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires.Safeguarding;

/// <summary>What may say that somebody is at risk, and how long it has waited; what words point to comes first. Nothing that was written stands here.</summary>
[Needs(Power.Safeguard)]
public sealed class QueueModel(WorkroomDatabase workroom, TimeProvider clock) : WorkPage
{
    /// <summary>One reply with what was done so far.</summary>
    public sealed record Waiting(Reply Reply, IReadOnlyList<SafeguardingStep> Steps)
    {
        public SafeguardingStep? Decision => Core.Questionnaires.Safeguard.DecisionOf(Steps);

        /// <summary>Whether something is still to be done: a decision, or a second person's word.</summary>
        public bool IsOpen => Reply.IsSafeguarded && Decision is null or { Decision: SafeguardingDecision.None };
    }

    public IReadOnlyList<Waiting> Open { get; private set; } = [];

    public IReadOnlyList<Waiting> Done { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var replies = await workroom.Read(w => w.Replies.Where(r => r.Sent != null && (r.AtRisk || r.HasRiskWords)).OrderByDescending(r => r.HasRiskWords).ThenBy(r => r.Sent).ToListAsync());
        var ids = replies.ConvertAll(r => r.Id);
        var steps = (await workroom.Read(w => w.SafeguardingSteps.Where(s => ids.Contains(s.ReplyId)).OrderBy(s => s.Id).ToListAsync())).ToLookup(s => s.ReplyId, StringComparer.Ordinal);
        var all = replies.ConvertAll(r => new Waiting(r, [.. steps[r.Id]]));
        (Open, Done) = (all.FindAll(a => a.IsOpen), all.FindAll(a => !a.IsOpen));
    }

    /// <summary>How long it has waited, against one working day.</summary>
    public string Age(Reply reply)
    {
        var (now, due) = (clock.GetUtcNow(), WorkingDay.After(reply.Sent!.Value));
        return now <= due ? $"{Length(due - now)} left of one working day" : $"past one working day by {Length(now - due)}";
    }

    public bool IsPast(Reply reply) => clock.GetUtcNow() > WorkingDay.After(reply.Sent!.Value);

    private static string Length(TimeSpan time) => time.TotalHours < 1 ? "less than an hour" : time.TotalHours < 48 ? Words.Counted((int)time.TotalHours, "hour", "hours") : Words.Counted((int)time.TotalDays, "day", "days");
}
