using Kept.Core.Notices;
using Kept.Core.Workroom;
using Kept.Web.House;

namespace Kept.Web.Features.Notices.Following;

/// <summary>Ends it with one click, of a reader or of a mail program (RFC 8058). A word that asked about one follow ends that one; any other ends all.</summary>
public sealed class StopModel(KeptSettings settings, TimeProvider clock, WorkroomDatabase? workroom = null) : FollowPage(settings, clock, workroom)
{
    /// <summary>Whether the word opens something.</summary>
    public bool IsThere { get; private set; }

    /// <summary>What alone is ended; null where all is.</summary>
    public Follow? Only { get; private set; }

    public bool IsDone { get; private set; }

    public Task OnGetAsync(string word) => Load(word);

    public async Task OnPostAsync(string word)
    {
        if (await Load(word) is { } follower)
            await (Only is { } only ? Leaving.One(Workroom, follower.Id, only.Id) : Leaving.Everything(Workroom, follower.Id));
        IsDone = true;
    }

    private async Task<Follower?> Load(string word)
    {
        // What an e-mail asked about may be ended already; its word then ends nothing else.
        if (await Holder(word) is not { } holder || (holder.HasAsked && holder.Asked is null)) return null;
        IsThere = true;
        // An e-mail that asks about one thing more ends no other.
        Only = holder.Asked is { } asked && holder.Follower.Follows.Any(f => f.Id != asked.Id) ? asked : null;
        return holder.Follower;
    }
}
