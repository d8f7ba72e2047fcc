using Kept.Core.Accounts;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires.Make;

/// <summary>All questionnaires; where a new one begins.</summary>
[Needs(Power.ReadContributions)]
public sealed class ListModel(WorkroomDatabase workroom, TimeProvider clock) : WorkPage
{
    public IReadOnlyList<Questionnaire> All { get; private set; } = [];

    private Dictionary<string, int> Sent { get; set; } = [];

    public bool Makes => Me.May(Power.MakeQuestionnaires);

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public Audience? Audience { get; set; }

    public int SentTo(Questionnaire questionnaire) => Sent.GetValueOrDefault(questionnaire.Id);

    public Task OnGetAsync() => Load();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Makes) return MakingPage.Nowhere();
        var (made, refusals) = Questionnaire.Make(Title, Audience, Me.Id, clock.GetUtcNow());
        foreach (var (field, why) in refusals) Errors.Add(field, why);
        if (made is not null)
        {
            await workroom.Write(w =>
            {
                w.Questionnaires.Add(made);
                return Task.CompletedTask;
            });
            return Then(QuestionnaireLinks.Words(made.Id));
        }
        await Load();
        return Mend();
    }

    /// <summary>Begins with the programme's two subjects, where there is nothing yet.</summary>
    public async Task<IActionResult> OnPostFirstAsync()
    {
        if (!Makes) return MakingPage.Nowhere();
        await workroom.Write(async w =>
        {
            if (!await w.Questionnaires.AnyAsync()) w.Questionnaires.AddRange(FirstQuestionnaires.All.Select(form => Questionnaire.Of(form, Me.Id, clock.GetUtcNow())));
        });
        return Then(QuestionnaireLinks.All);
    }

    private async Task Load()
    {
        All = await workroom.Read(w => w.Questionnaires.OrderByDescending(q => q.Made).ThenBy(q => q.Id).ToListAsync());
        Sent = await workroom.Read(w => w.Replies.Where(r => r.Sent != null).GroupBy(r => r.QuestionnaireId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal));
    }
}
