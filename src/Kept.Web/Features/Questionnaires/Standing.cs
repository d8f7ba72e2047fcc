using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires;

/// <summary>A questionnaire as it stands, with the version that is, or was last, live.</summary>
public sealed record Standing(Questionnaire Questionnaire, FormVersion? Version)
{
    /// <summary>What staff see and change: the draft, or the version where there is none.</summary>
    public Form Form => Questionnaire.Draft ?? Version!.Form;

    public bool IsLive => Questionnaire.State == QuestionnaireState.Live;

    public static Task<Standing?> Find(WorkroomDatabase workroom, string id) => workroom.Read(w => Find(w, id));

    /// <summary>The same in a change that is being made.</summary>
    public static async Task<Standing?> Find(WorkroomContext w, string id)
    {
        if (await w.Questionnaires.FirstOrDefaultAsync(q => q.Id == id) is not { } questionnaire) return null;
        return new(questionnaire, await w.FormVersions.FirstOrDefaultAsync(v => v.QuestionnaireId == id && v.Number == questionnaire.Version));
    }
}

/// <summary>A change that is tried again where somebody else changed the same row meanwhile.</summary>
public static class TriedAgain
{
    private const int Most = 8;

    public static async Task WriteAgain(this WorkroomDatabase workroom, Func<WorkroomContext, Task> change)
    {
        for (var tries = 1; ; tries++)
            try
            {
                await workroom.Write(change);
                return;
            }
            catch (DbUpdateException) when (tries < Most)
            {
                // Somebody changed the row, or made the same one: what stands is read anew with the next try.
                continue;
            }
    }
}
