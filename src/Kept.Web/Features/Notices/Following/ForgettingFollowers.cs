using Kept.Core.Notices;
using Kept.Core.Workroom;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Notices.Following;

/// <summary>Erases what is kept no longer: addresses that did not confirm, words of old links, and notes of e-mail that was sent.</summary>
public static class ForgettingFollowers
{
    /// <summary>How long a sent digest stands in the outbox, without its text.</summary>
    private static readonly TimeSpan Noted = TimeSpan.FromDays(30);

    public static async Task Forget(WorkroomDatabase workroom, DateTimeOffset now)
    {
        var (unconfirmed, old, sent) = (now - Follow.Waits, now - FollowWord.Lasts, now - Noted);
        if (!await workroom.Read(async w => await w.Follows.AnyAsync(f => f.Confirmed == null && f.Made <= unconfirmed) || await w.FollowWords.AnyAsync(x => x.Made <= old)
            || await w.Outbox.AnyAsync(m => m.Sent <= sent && (m.Kind == NoticeKind.Confirmation || m.Kind == NoticeKind.Digest)))) return;
        await workroom.Write(async w =>
        {
            await w.Follows.Where(f => f.Confirmed == null && f.Made <= unconfirmed).ExecuteDeleteAsync();
            await w.FollowWords.Where(x => x.Made <= old).ExecuteDeleteAsync();
            await w.Outbox.Where(m => m.Sent <= sent && (m.Kind == NoticeKind.Confirmation || m.Kind == NoticeKind.Digest)).ExecuteDeleteAsync();
            foreach (var follower in await w.Followers.Where(f => !f.Follows.Any()).Select(f => f.Id).ToListAsync()) await Leaving.Erase(w, follower);
        });
    }
}
