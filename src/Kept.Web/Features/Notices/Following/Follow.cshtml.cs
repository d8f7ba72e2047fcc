using System.Globalization;
using Kept.Core.Notices;
using Kept.Core.Workroom;
using Kept.Web.House;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Notices.Following;

/// <summary>Asks for an address and how often. What is answered is the same whoever follows already.</summary>
public sealed class FollowModel(KeptSettings settings, TimeProvider clock, FormToken tokens, WorkroomDatabase? workroom = null, Letters? letters = null) : FollowPage(settings, clock, workroom)
{
    private const int AskedAnHour = 300;

    /// <summary>What is to be followed; null on the page that only says how.</summary>
    public FollowedThing? Thing { get; private set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Often { get; set; }

    public string Token => tokens.For(NoticeLinks.Follow);

    public IActionResult OnGet(string? of)
    {
        if (!string.IsNullOrEmpty(of) && (Thing = FollowedThing.At(Reading.View, of)) is null)
            return new ProblemResult(Problem.BadRequest("That cannot be followed", "One can follow an action, a priority area, an organisation, a place or a search.", "of", of, "the address of such a page, such as /places/S12000030"));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? of, string? token)
    {
        if ((Thing = FollowedThing.At(Reading.View, of)) is null) return OnGet(of is { Length: > 0 } ? of : "nothing");
        if (!IsOffered) return Page();
        var (email, often, refusals) = AskToFollow.Of(Email, Often);
        foreach (var (field, why) in refusals) Errors.Add(field, why);
        if (!tokens.Holds(NoticeLinks.Follow, token)) Errors.Add("", "This page was open for a long time. Nothing was sent yet. Look at it once more, then press the button again.");
        if (Errors.Any) return Mend();
        var hour = Now.AddHours(-1);
        if (await Workroom.Read(w => w.FollowWords.CountAsync(x => x.FollowId != null && x.Made > hour)) >= AskedAnHour)
        {
            Errors.Add("", "More people are asking than we can write to at once. Nothing was sent. What you typed is kept: try again in an hour.");
            return Mend(StatusCodes.Status429TooManyRequests);
        }
        try
        {
            await Ask(email!, often);
        }
        // Somebody asked for the same address at the same moment: it is there now.
        catch (DbUpdateException)
        {
            await Ask(email!, often);
        }
        return Then(NoticeLinks.Asked);
    }

    private async Task Ask(string email, Often often)
    {
        var wording = await letters!.Of(MailTexts.ConfirmFollow);
        await Workroom.Write(async w =>
        {
            var (key, day) = (Follower.KeyOf(email), Now.AddDays(-1));
            var follower = await w.Followers.Include(f => f.Follows).Include(f => f.Words.Where(x => x.Made > day)).FirstOrDefaultAsync(f => f.EmailKey == key);
            if (follower is null) w.Followers.Add(follower = Follower.Of(email, Now));
            if (follower.Ask(Thing!.What, often, Now) is not var (follow, row, word)) return;
            if (w.Entry(follow).State is not EntityState.Unchanged and not EntityState.Modified) w.Follows.Add(follow);
            w.FollowWords.Add(row);
            w.Outbox.Add(Letter(wording, follower, row, word, often));
        });
    }

    private OutboxMessage Letter(Wording wording, Follower follower, FollowWord row, string word, Often often)
    {
        string Link(string path) => Settings.Whole(Request, path);
        return Letters.Write(wording, new($"{follower.Keys}confirm:{row.Id}", follower.Email, NoticeKind.Confirmation, Link(NoticeLinks.Stop(word))), Now,
            ("programme", Frame.Programme(Reading)?.Title ?? "Kept"), ("thing", $"{Thing!.Words}\n{Link(Thing.Url)}"), ("often", Say(often)),
            ("days", Follow.Waits.Days.ToString(CultureInfo.InvariantCulture)), ("link", Link(NoticeLinks.Confirm(word))), ("stop", Link(NoticeLinks.Stop(word))));
    }
}
