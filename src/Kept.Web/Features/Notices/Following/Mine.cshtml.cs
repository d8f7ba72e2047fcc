using Kept.Core.Notices;
using Kept.Core.Workroom;
using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Notices.Following;

/// <summary>What one address follows. The word in the link is all that opens it.</summary>
public sealed class MineModel(KeptSettings settings, TimeProvider clock, WorkroomDatabase? workroom = null) : FollowPage(settings, clock, workroom)
{
    public Follower? Follower { get; private set; }

    public IEnumerable<Follow> Confirmed => Follower!.Follows.Where(f => f.Confirmed is not null).OrderBy(f => f.Confirmed);

    public int Waiting => Follower!.Follows.Count(f => f.Confirmed is null);

    [BindProperty]
    public string? Often { get; set; }

    public async Task OnGetAsync(string word) => Follower = (await Holder(word))?.Follower;

    public Task<IActionResult> OnPostAsync(string word) => With(word, async follower =>
    {
        if (AskToFollow.Read(Often) is not { } often)
        {
            Errors.Add(nameof(Often), "Choose once a week or once a day.");
            return Mend();
        }
        await Workroom.Write(w => w.Followers.Where(f => f.Id == follower.Id).ExecuteUpdateAsync(f => f.SetProperty(x => x.Often, often)));
        return Then(NoticeLinks.Mine(word));
    });

    public Task<IActionResult> OnPostEndAsync(string word, string? follow) => With(word, async follower =>
    {
        await Leaving.One(Workroom, follower.Id, follow ?? "");
        return Then(NoticeLinks.Mine(word));
    });

    public Task<IActionResult> OnPostEraseAsync(string word) => With(word, async follower =>
    {
        await Leaving.Everything(Workroom, follower.Id);
        return Then(NoticeLinks.Mine(word));
    });

    private async Task<IActionResult> With(string word, Func<Follower, Task<IActionResult>> then) =>
        (Follower = (await Holder(word))?.Follower) is { } follower ? await then(follower) : Page();
}
