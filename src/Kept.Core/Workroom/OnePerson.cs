using Kept.Core.Accounts;
using Kept.Core.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Kept.Core.Workroom;

/// <summary>
/// Everything held on one account, to be handed to its owner or erased. What somebody wrote for a body is the body's and stays, under a
/// number that no longer leads to anybody; the record names bodies only, so erasing a person changes no entry of it.
/// </summary>
public static class OnePerson
{
    /// <summary>All of it, in words and dates, as JSON can carry it.</summary>
    public static async Task<IReadOnlyDictionary<string, object?>> Held(WorkroomContext workroom, string id)
    {
        var account = await workroom.Users.Include(a => a.Grants).FirstAsync(a => a.Id == id);
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["account"] = new { account.Id, account.Name, account.Email, account.Created, account.Disabled, hasPassword = account.PasswordHash is not null, hasAuthenticator = account.TwoFactorEnabled },
            ["roles"] = account.Grants.Select(g => new { role = Roles.NameOf(g.Role), g.Body, g.Given }),
            ["passkeys"] = (await workroom.UserPasskeys.Where(p => p.UserId == id).ToListAsync()).Select(p => new { p.Data.Name, p.Data.CreatedAt }),
            ["sessions"] = (await workroom.Sessions.Where(s => s.AccountId == id).ToListAsync()).Select(s => new { s.Device, s.Proof, s.Began, s.Seen, s.Ended }),
            ["contributions"] = (await workroom.Contributions.Where(c => c.Author == id).ToListAsync()).Select(c => new { c.Reference, kind = c.Kind.ToString(), c.Body, c.About, c.Made, c.Sent, c.Told }),
            ["steps"] = (await workroom.ContributionSteps.Where(s => s.By == id).ToListAsync()).Select(s => new { what = s.What.ToString(), s.At, s.Words }),
            ["files"] = (await workroom.Attachments.Where(a => a.By == id).ToListAsync()).Select(a => new { a.Name, a.Length, a.Made }),
            ["replies"] = (await workroom.Replies.Where(r => r.AccountId == id).ToListAsync()).Select(r => new { r.Reference, questionnaire = r.QuestionnaireId, r.Body, r.Made, r.Sent }),
            ["repliesEntered"] = await workroom.Replies.Where(r => r.EnteredBy == id).Select(r => r.Reference).ToListAsync(),
            ["repliesRead"] = (await workroom.ReplySteps.Where(s => s.By == id).ToListAsync()).Select(s => new { what = s.What.ToString(), s.At, s.Link }),
            ["safeguarding"] = (await workroom.SafeguardingSteps.Where(s => s.By == id).ToListAsync()).Select(s => new { what = s.Deed.ToString(), s.At }),
            ["meetingsRecorded"] = await workroom.Meetings.Where(m => m.RecordedBy == id).Select(m => m.Day).ToListAsync(),
        };
    }

    /// <summary>Erases who it was: name, address, every way in, every session. Refused for the last who can manage people.</summary>
    public static async Task<Refusal?> Erase(WorkroomContext workroom, string id, DateTimeOffset now)
    {
        var account = await workroom.Users.FirstAsync(a => a.Id == id);
        if (await workroom.Grants.AnyAsync(g => g.AccountId == id && g.Role == Role.Administrator)
            && !await workroom.Grants.AnyAsync(g => g.Role == Role.Administrator && g.AccountId != id && workroom.Users.Any(a => a.Id == g.AccountId && a.Disabled == null)))
            return new("You are the only administrator.", "Nothing was erased.", "Make somebody else one first.");
        await Forget(workroom, account, now);
        return null;
    }

    internal static async Task Forget(WorkroomContext workroom, Account account, DateTimeOffset now)
    {
        var (id, email) = (account.Id, account.Email);
        await workroom.UserPasskeys.Where(p => p.UserId == id).ExecuteDeleteAsync();
        await workroom.UserTokens.Where(t => t.UserId == id).ExecuteDeleteAsync();
        await workroom.Sessions.Where(s => s.AccountId == id).ExecuteDeleteAsync();
        await workroom.Grants.Where(g => g.AccountId == id).ExecuteDeleteAsync();
        await workroom.Invitations.Where(i => i.Email == email || i.ForAccount == id).ExecuteDeleteAsync();
        await workroom.Outbox.Where(m => m.To == email).ExecuteDeleteAsync();
        // What nobody else has seen yet is nobody else's.
        await workroom.Contributions.Where(c => c.Author == id && c.State == Feedback.ContributionState.Draft).ExecuteDeleteAsync();
        await workroom.Contributions.Where(c => c.Author == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.TellMe, false));
        (account.Name, account.Email, account.NormalizedEmail, account.PasswordHash, account.PhoneNumber) = ("", null, null, null, null);
        (account.UserName, account.NormalizedUserName) = (account.Id, account.Id.ToUpperInvariant());
        (account.TwoFactorEnabled, account.Disabled) = (false, account.Disabled ?? now);
    }
}
