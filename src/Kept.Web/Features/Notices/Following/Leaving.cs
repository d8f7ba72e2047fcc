using Kept.Core.Notices;
using Kept.Core.Workroom;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Notices.Following;

/// <summary>Ends what somebody follows. With the last of it goes the address, at once, and every e-mail to it that waits or was sent.</summary>
public static class Leaving
{
    public static Task Everything(WorkroomDatabase workroom, string follower) => workroom.Write(w => Erase(w, follower));

    public static Task One(WorkroomDatabase workroom, string follower, string follow) => workroom.Write(async w =>
    {
        await w.Follows.Where(f => f.Id == follow && f.FollowerId == follower).ExecuteDeleteAsync();
        if (!await w.Follows.AnyAsync(f => f.FollowerId == follower)) await Erase(w, follower);
    });

    internal static async Task Erase(WorkroomContext w, string follower)
    {
        var keys = Follower.KeysOf(follower);
        await w.Outbox.Where(m => m.Key.StartsWith(keys)).ExecuteDeleteAsync();
        await w.FollowWords.Where(x => x.FollowerId == follower).ExecuteDeleteAsync();
        await w.Follows.Where(f => f.FollowerId == follower).ExecuteDeleteAsync();
        await w.Followers.Where(f => f.Id == follower).ExecuteDeleteAsync();
    }
}
