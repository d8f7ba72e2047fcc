using Kept.Core.Accounts;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires;

/// <summary>The people who may stand by for a form that is open to anyone.</summary>
public static class Guardians
{
    public static Task<IReadOnlyList<Guardian>> Of(WorkroomDatabase workroom) => workroom.Read(Of);

    public static async Task<IReadOnlyList<Guardian>> Of(WorkroomContext w)
    {
        var people = await w.Users.Include(a => a.Grants).Where(a => a.Grants.Any(g => g.Role == Role.Safeguarding)).OrderBy(a => a.Name).AsNoTracking().ToListAsync();
        var ids = people.ConvertAll(p => p.Id);
        var sessions = await w.Sessions.Where(s => ids.Contains(s.AccountId)).Select(s => new { s.AccountId, s.Seen }).ToListAsync();
        var seen = sessions.GroupBy(s => s.AccountId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(s => s.Seen), StringComparer.Ordinal);
        return [.. people.Select(p => new Guardian(p.Id, p.Name, p.Disabled is not null, true, seen.TryGetValue(p.Id, out var at) ? at : null))];
    }

    /// <summary>What is missing for a questionnaire, in sentences; nothing where it is not open to anyone.</summary>
    public static async Task<IReadOnlyList<string>> Missing(WorkroomContext w, Questionnaire questionnaire, Form form, DateTimeOffset now, int days) =>
        form.Audience == Audience.Anyone ? SafeguardingCover.Missing(questionnaire.Reviewer, questionnaire.Deputy, await Of(w), now, days) : [];
}
