using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Notices;
using Kept.Core.Workroom;
using Kept.Web.Features.Notices;
using Kept.Web.House;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Telling;

/// <summary>Tells editors once a working day what waits for them, and nothing on days when nothing does.</summary>
public sealed class EditorLetters(WorkroomDatabase workroom, Letters letters, KeptSettings settings)
{
    public async Task<int> Write(string programme, DateTimeOffset now, CancellationToken cancel)
    {
        var waits = await workroom.Read(w => w.Contributions.CountAsync(c => c.State == ContributionState.Received, cancel));
        if (waits == 0) return 0;
        var oldest = await workroom.Read(w => w.Contributions.Where(c => c.State == ContributionState.Received).OrderBy(c => c.Sent).Select(c => c.Sent).FirstOrDefaultAsync(cancel));
        var editors = await workroom.Read(w => w.Users.Where(a => a.Disabled == null && a.Email != null && a.Grants.Any(g => g.Role == Role.Editor)).Select(a => new { a.Id, a.Email, a.Name }).ToListAsync(cancel));
        var day = Dates.Iso(LondonClock.DayOf(now));
        var open = await workroom.NotYet([.. editors.Select(e => Key(day, e.Id))]);
        if (open.Count == 0) return 0;
        var (wording, written) = (await letters.Of(MailTexts.Queue), 0);
        foreach (var editor in editors.Where(e => open.Contains(Key(day, e.Id))))
        {
            var message = Letters.Write(wording, new(Key(day, editor.Id), editor.Email!, NoticeKind.Reminder), now,
                ("programme", programme), ("name", editor.Name), ("count", Words.Counted(waits, "contribution", "contributions")), ("oldest", Dates.Long(LondonClock.DayOf(oldest ?? now))), ("link", settings.PublicUrl!.TrimEnd('/') + FeedbackLinks.Queue));
            if (await workroom.Post(message)) written++;
        }
        return written;
    }

    private static string Key(string day, string account) => $"queue:{day}:{account}";
}
