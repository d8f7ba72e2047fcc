using System.Security.Claims;
using Kept.Core.Accounts;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.House.SignIn;

/// <summary>
/// Sessions in the Workroom. A browser's cookie holds a random key and nothing else; who it is and what they may do is read
/// with every request, so that a role taken away, or an account disabled, counts from the next click.
/// </summary>
public sealed class SessionStore(WorkroomDatabase workroom, Register register, TimeProvider clock, IHttpContextAccessor accessor) : ITicketStore
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    // Asked with every request: made out once, and of an account no more than who it is. A row for each role.
    private readonly Func<WorkroomContext, string, IAsyncEnumerable<Found>> _find = EF.CompileAsyncQuery((WorkroomContext w, string id) =>
        from s in w.Sessions.AsNoTracking()
        where s.Id == id
        from g in w.Grants.AsNoTracking().Where(g => g.AccountId == s.AccountId).DefaultIfEmpty()
        select new Found(
            new Session { Id = s.Id, AccountId = s.AccountId, Began = s.Began, Seen = s.Seen, Ended = s.Ended, Device = s.Device, Proof = s.Proof },
            new Account { Id = s.AccountId, Name = s.Account!.Name, Email = s.Account.Email, Disabled = s.Account.Disabled },
            g));

    public Task<string> StoreAsync(AuthenticationTicket ticket) => Begin(ticket, accessor.HttpContext!);

    public Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken) => Begin(ticket, httpContext);

    public Task RenewAsync(string key, AuthenticationTicket ticket) => Task.CompletedTask;

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => Find(key, accessor.HttpContext!);

    public Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken) => Find(key, httpContext);

    public Task RemoveAsync(string key)
    {
        var id = RandomId.HashOf(key);
        return workroom.Write(async w =>
        {
            if (await w.Sessions.FindAsync(id) is { } session) session.Ended ??= clock.GetUtcNow();
        });
    }

    private async Task<string> Begin(AuthenticationTicket ticket, HttpContext http)
    {
        var (key, now) = (RandomId.Secret(), clock.GetUtcNow());
        await workroom.Write(w =>
        {
            w.Sessions.Add(new Session
            {
                Id = RandomId.HashOf(key),
                AccountId = ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!,
                Began = now,
                Seen = now,
                Device = Device.Of(http.Request.Headers.UserAgent.ToString()),
                Proof = (http.Features.Get<Proof>() ?? Proof.PasswordOnly).Words,
            });
            return Task.CompletedTask;
        });
        return key;
    }

    private async Task<AuthenticationTicket?> Find(string key, HttpContext http)
    {
        await workroom.Ready();
        var (id, now) = (RandomId.HashOf(key), clock.GetUtcNow());
        var found = await workroom.Read(async w => await _find(w, id).ToListAsync());
        if (found is not [{ Session: var session, Account: { Disabled: null } account }, ..] || !session.IsOpen(now)) return null;
        account.Grants.AddRange(found.Select(f => f.Grant).OfType<Grant>());
        if (now - session.Seen > SeenEvery)
            await workroom.Write(async w =>
            {
                if (await w.Sessions.FindAsync(id) is { } seen && seen.Seen < now) seen.Seen = now;
            });
        http.Features.Set(new SignedIn(account.AsPerson(new View(register.Snapshot, LondonClock.DayOf(now))), session.Id, session.Proof));
        var claims = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.Id), new(ClaimTypes.Name, account.Name)], IdentityConstants.ApplicationScheme);
        return new(new ClaimsPrincipal(claims), new AuthenticationProperties { IssuedUtc = session.Began, ExpiresUtc = session.Began + Session.Longest }, IdentityConstants.ApplicationScheme);
    }

    private sealed record Found(Session Session, Account Account, Grant? Grant);
}

/// <summary>Who is signed in on this request, by which session.</summary>
public sealed record SignedIn(Person Person, string Session, string Proof)
{
    /// <summary>Whether they proved only half of what is asked for.</summary>
    public bool IsHalf => Proof == SignIn.Proof.PasswordOnly.Words;
}

public static class HttpContextSignedIn
{
    /// <summary>Who is signed in; null for a reader.</summary>
    public static SignedIn? SignedIn(this HttpContext http) => http.Features.Get<SignedIn>();
}
