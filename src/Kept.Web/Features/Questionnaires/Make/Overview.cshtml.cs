using Kept.Core.Foundation;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Design.Forms;
using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires.Make;

/// <summary>One questionnaire: what it asks in which order, what stands against it, whether it is live.</summary>
public sealed class OverviewModel(WorkroomDatabase workroom, TimeProvider clock, KeptSettings settings) : MakingPage(workroom)
{
    public IReadOnlyList<FormFault> Faults { get; private set; } = [];

    public IReadOnlyList<FormVersion> Versions { get; private set; } = [];

    public IReadOnlyList<Guardian> People { get; private set; } = [];

    /// <summary>Whether there is something that could go live.</summary>
    public bool HasNew => Questionnaire.Draft is not null || Questionnaire.State == QuestionnaireState.Closed;

    public string Whole(string path) => settings.Whole(Request, path);

    public string? ReturnAddress => settings.ReturnAddress;

    [BindProperty]
    public string? SectionTitle { get; set; }

    [BindProperty]
    public string? Reviewer { get; set; }

    [BindProperty]
    public string? Deputy { get; set; }

    public IEnumerable<Answer> Choices => [new("", "Nobody yet"), .. People.Where(p => !p.IsDisabled).Select(p => new Answer(p.Id, $"{p.Name}{(p.LastSeen is { } seen ? $", last here {Dates.Long(LondonClock.DayOf(seen))}" : ", never signed in")}"))];

    public async Task<IActionResult> OnGetAsync(string id) => await Load(id) ? Page() : Nowhere();

    public Task<IActionResult> OnPostSectionAsync(string id) => Do(id, () =>
        Errors.Requires(SectionTitle, nameof(SectionTitle), "Write what the section is called.") ? Save(f => EditForm.AddSection(f, SectionTitle.Trim())) : Task.FromResult(false));

    public Task<IActionResult> OnPostMoveAsync(string id, string? part, bool up) => Do(id, () =>
        Save(f => f.Sections.Any(s => s.Id == part) ? EditForm.MoveSection(f, part!, up) : EditForm.MoveQuestion(f, part ?? "", up)), "#" + part);

    public Task<IActionResult> OnPostGuardiansAsync(string id) => Do(id, () => Write(async (standing, w) =>
    {
        var known = (await Guardians.Of(w)).Select(g => g.Id).ToHashSet(StringComparer.Ordinal);
        (standing.Questionnaire.Reviewer, standing.Questionnaire.Deputy) = (known.Contains(Reviewer ?? "") ? Reviewer : null, known.Contains(Deputy ?? "") ? Deputy : null);
        standing.Questionnaire.Revision++;
        return null;
    }));

    public Task<IActionResult> OnPostLiveAsync(string id) => Do(id, () => Write(async (standing, w) =>
    {
        if (standing.Questionnaire.Revision != Revision) return Stale;
        var missing = await Guardians.Missing(w, standing.Questionnaire, standing.Form, clock.GetUtcNow(), settings.SafeguardingDays);
        var (done, version, faults) = GoLive.Of(standing.Questionnaire, standing.Form, missing, Me.Id, clock.GetUtcNow());
        if (version is not null) w.FormVersions.Add(version);
        return done ? null : new Refusal("It did not go live.", faults.Count == 1 ? "One thing has to be mended first." : FormattableString.Invariant($"{faults.Count} things have to be mended first."), "They stand below.");
    }));

    public Task<IActionResult> OnPostCloseAsync(string id) => Do(id, () => Write((standing, _) =>
    {
        GoLive.Close(standing.Questionnaire, clock.GetUtcNow());
        return Task.FromResult<Refusal?>(null);
    }));

    public Task<IActionResult> OnPostDropAsync(string id) => Do(id, () => Write((standing, _) =>
    {
        if (standing.Questionnaire.Revision != Revision) return Task.FromResult<Refusal?>(Stale);
        if (standing.Version is { } version) (standing.Questionnaire.Draft, standing.Questionnaire.Title, standing.Questionnaire.Revision) = (null, version.Form.Title, Revision + 1);
        return Task.FromResult<Refusal?>(null);
    }));

    /// <summary>The name somebody named is known by.</summary>
    public string? NameOf(string? guardian) => People.FirstOrDefault(p => p.Id == guardian)?.Name;

    private static Refusal Stale => new("Somebody changed this questionnaire since you opened it.", "Nothing was done.", "Look at what stands now, then press again.");

    private async Task<IActionResult> Do(string id, Func<Task<bool>> change, string at = "")
    {
        if (!await Load(id)) return Nowhere();
        if (await change()) return Then(QuestionnaireLinks.One(id) + at);
        await Load(id);
        return Wrong();
    }

    private async Task<bool> Load(string id)
    {
        if (!await Find(id)) return false;
        Versions = await Workroom.Read(w => w.FormVersions.Where(v => v.QuestionnaireId == id).OrderByDescending(v => v.Number).ToListAsync());
        People = await Guardians.Of(Workroom);
        var missing = Form.Audience == Audience.Anyone ? SafeguardingCover.Missing(Questionnaire.Reviewer, Questionnaire.Deputy, People, clock.GetUtcNow(), settings.SafeguardingDays) : [];
        Faults = [.. FormChecks.Of(Form), .. missing.Select(m => new FormFault("", m))];
        if (!HttpMethods.IsPost(Request.Method)) (Reviewer, Deputy) = (Questionnaire.Reviewer, Questionnaire.Deputy);
        return true;
    }
}
