using Kept.Core.Notices;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Notices.Following;

/// <summary>Says yes to following. Opening the page does nothing: mail programs open links by themselves.</summary>
public sealed class ConfirmModel(KeptSettings settings, TimeProvider clock, Register register, WorkroomDatabase? workroom = null) : FollowPage(settings, clock, workroom)
{
    public Follow? Follow { get; private set; }

    public async Task OnGetAsync(string word) => Follow = (await Holder(word))?.Asked;

    public async Task<IActionResult> OnPostAsync(string word)
    {
        if (await Holder(word) is not { Asked: { } asked } holder) return Page();
        await Workroom.Write(async w =>
        {
            var follower = await w.Followers.Include(f => f.Follows).FirstOrDefaultAsync(f => f.Id == holder.Follower.Id);
            if (follower?.Follows.FirstOrDefault(f => f.Id == asked.Id) is { } follow) follower.Confirm(follow, register.Snapshot.Number, Now);
        });
        return Then(NoticeLinks.Mine(word));
    }
}
