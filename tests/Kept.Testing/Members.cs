using System.Buffers.Binary;
using System.Security.Cryptography;
using Kept.Core.Accounts;
using Kept.Web.Commands;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Testing;

/// <summary>People with accounts, who sign in as people do: with a password and a code.</summary>
public static class Members
{
    public const string Password = "violet kettle harbour drum";

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    /// <summary>An account with one role, signed in; its address is the role's name, and the body's.</summary>
    public static async Task<Visitor> Member(this TestSite site, Role role, string? body = null)
    {
        var email = $"{Roles.NameOf(role)}{(body is null ? "" : "." + body)}@example.org";
        await site.AddMember(email, role, body);
        return await site.SignIn(email);
    }

    /// <summary>An account with one role and an authenticator.</summary>
    public static async Task AddMember(this TestSite site, string email, Role role, string? body = null)
    {
        using var said = new StringWriter();
        if (await UserAdding.Add(site.Services, site.Register, new(email, $"Person {email.Split('@')[0]}", Roles.NameOf(role), body, Password), said) != 0)
            throw new InvalidOperationException(said.ToString());
        await using var scope = site.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = await people.FindByEmailAsync(email);
        await people.ResetAuthenticatorKeyAsync(account!);
        await people.SetTwoFactorEnabledAsync(account!, true);
    }

    /// <summary>One more role for somebody who has an account.</summary>
    public static Task Give(this TestSite site, string email, Role role, string? body = null) => site.Workroom.Write(async w =>
        w.Grants.Add(new() { AccountId = (await w.Users.SingleAsync(a => a.Email == email)).Id, Role = role, Body = body, GivenBy = "test", Given = site.Clock.GetUtcNow() }));

    /// <summary>Signs in somebody who has an authenticator.</summary>
    public static async Task<Visitor> SignIn(this TestSite site, string email)
    {
        var visitor = new Visitor(site);
        await site.ForgetCodes();
        using var half = await visitor.Send("/account/sign-in", "/account/sign-in", ("Email", email), ("Password", Password));
        if (half.Headers.Location?.ToString() is not { } next) throw new InvalidOperationException($"{email} was not let in: {half.StatusCode}");
        using var whole = await visitor.Send(next, null, ("Code", await site.CodeOf(email)));
        return whole.Headers.Location?.ToString() == "/work" ? visitor : throw new InvalidOperationException($"{email} was not let in: {whole.StatusCode}");
    }

    /// <summary>A code counts once; a test does not wait half a minute for the next one.</summary>
    public static Task ForgetCodes(this TestSite site) => site.Workroom.Write(w => w.UserTokens.Where(t => t.Name == "used codes").ExecuteDeleteAsync());

    /// <summary>The six digits that the person's authenticator shows now.</summary>
    public static async Task<string> CodeOf(this TestSite site, string email)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        return CodeOf(await people.GetAuthenticatorKeyAsync((await people.FindByEmailAsync(email))!) ?? throw new InvalidOperationException("no authenticator"), TimeProvider.System.GetUtcNow());
    }

    /// <summary>RFC 6238 with SHA-1, thirty seconds and six digits.</summary>
    public static string CodeOf(string key, DateTimeOffset now)
    {
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, now.ToUnixTimeSeconds() / (long)Step.TotalSeconds);
        // What authenticators use.
#pragma warning disable CA5350
        var hash = HMACSHA1.HashData(Bytes(key), step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7fffffff;
        return (number % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string base32)
    {
        var bits = string.Concat(base32.Where(c => c != ' ').Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }
}
