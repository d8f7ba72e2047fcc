using Kept.Core.Accounts;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Web.House;
using Kept.Web.House.SignIn;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Identity;

namespace Kept.Web.Commands;

/// <summary>What <c>user add</c> is asked: the way the first account comes to be.</summary>
public sealed record UserAsked(string Email, string Name, string Role, string? Body, string Password);

/// <summary><c>user add</c>: an account with one role, through the running server if there is one. Everybody after the first is better invited.</summary>
public static class UserAdding
{
    public static async Task<int> Run(KeptSettings settings, UserAsked asked, CancellationToken cancel)
    {
        using var content = JsonContent.Create(asked);
        var unknown = new Refusal("The running server stopped before it had answered.", "It is not known whether the account was made.", "Start the server and try again: an address is taken once only.");
        if (await Door.Post(settings.Data, "/door/user", unknown, cancel, content) is { } answered) return answered;
        using var held = DataFolder.Hold(settings);
        var store = Database.Open(settings);
        using var register = Database.Verified(store, TimeProvider.System);
        var workroom = Database.Workroom(settings, store);
        var services = new ServiceCollection().AddLogging().AddSingleton(settings);
        services.AddSingleton(workroom).AddSingleton(TimeProvider.System).AddSignIn(workroom);
        await using var provider = services.BuildServiceProvider();
        return await Add(provider, register, asked, Console.Out);
    }

    /// <summary>Makes the account, or says what is wrong; 0 when it was made.</summary>
    public static async Task<int> Add(IServiceProvider services, Register register, UserAsked asked, TextWriter say)
    {
        await services.GetRequiredService<WorkroomDatabase>().Ready();
        await using var scope = services.CreateAsyncScope();
        var clock = services.GetRequiredService<TimeProvider>();
        var record = new View(register.Snapshot, new LondonClock(clock).Today);
        var (invitation, _, refusals) = InvitePerson.Of(new(asked.Name, asked.Email, asked.Role, asked.Body), record, "operator", clock.GetUtcNow());
        foreach (var (field, why) in refusals) say.WriteLine($"--{field.ToLowerInvariant()}: {why}");
        if (invitation is null) return 1;
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account { Name = invitation.Name, Email = invitation.Email, UserName = invitation.Email, EmailConfirmed = true, Created = clock.GetUtcNow() };
        account.Grants.Add(invitation.GrantTo(account, clock.GetUtcNow()));
        var made = await people.CreateAsync(account, asked.Password);
        foreach (var error in made.Errors) say.WriteLine(error.Code.StartsWith("Duplicate", StringComparison.Ordinal) ? "There is an account for this address already." : PasswordWords.Of(error));
        if (!made.Succeeded)
        {
            say.WriteLine("No account was made.");
            return 1;
        }
        say.WriteLine($"{invitation.Name} may sign in at {WorkDoor.SignInPage} as {asked.Role}{(invitation.Body is { } body ? " for " + body : "")}. The first sign-in asks for an authenticator or a passkey.");
        return 0;
    }
}
