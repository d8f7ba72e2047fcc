using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Design.Forms;
using Kept.Web.Features.Evidence;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback;

/// <summary>A page about what bodies send: it reads the record as it stands now, whatever date its address asks for.</summary>
public abstract class FeedbackPage(WorkroomDatabase workroom, Register register, TimeProvider clock) : WorkPage
{
    private View? _record;

    public View Record => _record ??= new View(register.Snapshot, Today);

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => LondonClock.DayOf(Now);

    protected Register Register => register;

    protected WorkroomDatabase Workroom => workroom;

    public string BodyName(string id) => Record.Find<Organisation>(id)?.Body.Name ?? id;

    /// <summary>The public page of a record; null where it has none any more.</summary>
    public string? PageOf(string? key) => key is null ? null : RecordPage.Of(Record, RecordKey.Parse(key))?.Url;

    /// <summary>All bodies by name, after an empty first answer.</summary>
    public IEnumerable<Answer> Bodies(string none) =>
        [new("", none), .. Record.All<Organisation>().OrderBy(o => o.Body.Name, StringComparer.OrdinalIgnoreCase).Select(o => new Answer(o.Id, o.Body.Name))];

    /// <summary>All actions in the order of their plan, after an empty first answer.</summary>
    public IEnumerable<Answer> Actions(string none) =>
        [new("", none), .. Record.All<PlanAction>().OrderBy(a => a.Body.Order).Select(a => new Answer(a.Id, a.Body.Title))];

    /// <summary>Somebody else was faster.</summary>
    protected static Refusal Meanwhile => new("This changed since you opened it.", "Nothing was changed, and what you wrote is still here.", "Look at what was sent once more.");

    protected static IActionResult NoSuch() => new ProblemResult(Problem.NoSuchPage());

    /// <summary>Changes one contribution; what the change refuses is shown, and nothing is written.</summary>
    /// <param name="seen">The version that the person saw; 0 where it does not matter.</param>
    protected async Task<Refusal?> Change(string id, Func<WorkroomContext, Contribution, Refusal?> change, int seen = 0)
    {
        Refusal? refusal = null;
        try
        {
            await workroom.Write(async w =>
            {
                var found = await w.Contributions.FindAsync(id);
                refusal = found is null ? new("There is no such contribution any more.") : seen != 0 && found.Version != seen ? Meanwhile : change(w, found);
                // What was begun and refused is not saved.
                if (refusal is not null) w.ChangeTracker.Clear();
            });
        }
        catch (DbUpdateConcurrencyException)
        {
            refusal = Meanwhile;
        }
        return refusal;
    }
}
