using Kept.Core.Foundation;
using Kept.Core.Notices;
using Kept.Core.Workroom;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Notices.Following;

/// <summary>A page for somebody who follows. No cookie says who that is: the word in its address does, so nobody keeps it and no search engine lists it.</summary>
[IgnoreAntiforgeryToken]
public abstract class FollowPage(KeptSettings settings, TimeProvider clock, WorkroomDatabase? workroom) : FormPage
{
    protected KeptSettings Settings => settings;

    protected DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Whether e-mail is sent here at all.</summary>
    public bool IsOffered => settings.OffersFollowing;

    /// <summary>What the pause says that holds digests now; null when none does.</summary>
    public string? PauseSays { get; private set; }

    protected WorkroomDatabase Workroom => workroom ?? throw new InvalidOperationException("There is no Workroom: nobody follows here.");

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (IsOffered)
        {
            await Workroom.Ready();
            PauseSays = (await Workroom.Read(w => w.Pauses.Where(p => p.Ended == null).ToListAsync())).FirstOrDefault(p => p.Holds(NoticeKind.Digest, Now))?.Sentence;
        }
        await next();
    }

    /// <summary>Whom the word of a link was sent to, and the follow it asked about; null where it opens nothing.</summary>
    protected async Task<(Follower Follower, Follow? Asked, bool HasAsked)?> Holder(string word)
    {
        if (!IsOffered) return null;
        var id = RandomId.HashOf(word);
        if (await Workroom.Read(w => w.FollowWords.FirstOrDefaultAsync(x => x.Id == id)) is not { } row || Now - row.Made >= FollowWord.Lasts) return null;
        var follower = await Workroom.Read(w => w.Followers.Include(f => f.Follows).FirstOrDefaultAsync(f => f.Id == row.FollowerId));
        return follower is null ? null : (follower, follower.Follows.FirstOrDefault(f => f.Id == row.FollowId), row.FollowId is not null);
    }

    public string Said(Follow follow) => FollowedThing.Of(Reading.View, follow.What)?.Words ?? "Something the record no longer holds";

    public static string Say(Often often) => often == Often.Daily ? "once a day" : "once a week";
}
