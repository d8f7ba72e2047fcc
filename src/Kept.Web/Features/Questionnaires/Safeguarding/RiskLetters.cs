using Kept.Core.Accounts;
using Kept.Core.Notices;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Web.Features.Notices;
using Kept.Web.House;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires.Safeguarding;

/// <summary>Tells everybody who safeguards that something waits, in the same transaction in which it came. The letter says nothing of it.</summary>
public sealed class RiskLetters(Mail mail, Letters letters, KeptSettings settings)
{
    public async Task Add(WorkroomContext w, Reply reply, HttpRequest request, DateTimeOffset now)
    {
        if (!mail.IsThere || !reply.IsSafeguarded) return;
        var people = await w.Users.Where(a => a.Disabled == null && a.Email != null && a.Grants.Any(g => g.Role == Role.Safeguarding)).Select(a => new { a.Id, a.Email }).ToListAsync();
        foreach (var person in people)
        {
            var key = $"safeguarding:{reply.Reference}:{person.Id}";
            if (await w.Outbox.AnyAsync(m => m.Key == key)) continue;
            w.Outbox.Add(await letters.Write(MailTexts.Safeguarding, new(key, person.Email!, NoticeKind.Account), now, ("link", settings.Whole(request, QuestionnaireLinks.Safeguarding))));
        }
    }
}
