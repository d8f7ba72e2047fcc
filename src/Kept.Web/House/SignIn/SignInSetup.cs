using Kept.Core.Accounts;
using Kept.Core.Workroom;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;

namespace Kept.Web.House.SignIn;

/// <summary>How people sign in: ASP.NET Core Identity over the Workroom, passkeys first, a password with a code otherwise.</summary>
public static class SignInSetup
{
    private const int WrongPasswords = 5;
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);

    public static void AddSignIn(this IServiceCollection services, WorkroomDatabase? workroom)
    {
        var keys = services.AddDataProtection().SetApplicationName("kept");
        if (workroom is null)
        {
            keys.UseEphemeralDataProtectionProvider();
            return;
        }
        services.Configure<KeyManagementOptions>(o => o.XmlRepository = new KeysInWorkroom(workroom));
        services.AddHttpContextAccessor();
        services.AddScoped(_ => workroom.Open());
        services.AddSingleton<SessionStore>().AddSingleton<BreachedPasswords>().AddSingleton<WrongTries>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<SessionStore>(Session);
        services.AddIdentityCore<Account>(Rules).AddSignInManager().AddDefaultTokenProviders().AddEntityFrameworkStores<WorkroomContext>().AddPasswordValidator<PasswordRules>();
        services.AddOptions<PasswordHasherOptions>().Configure<KeptSettings>((hashing, settings) => hashing.IterationCount = settings.PasswordRounds);
        // The library would compare with the Origin header, which a page that sends no referrer leaves "null".
        services.Configure<IdentityPasskeyOptions>(o => o.ValidateOrigin = asked => ValueTask.FromResult(
            !asked.CrossOrigin && string.Equals(asked.Origin, $"{asked.HttpContext.Request.Scheme}://{asked.HttpContext.Request.Host}", StringComparison.OrdinalIgnoreCase)));
        services.Configure<AntiforgeryOptions>(o => (o.Cookie.Name, o.Cookie.SecurePolicy) = ("kept.form", CookieSecurePolicy.SameAsRequest));
        // It would read the keys before the site answers; no reader needs one.
        if (services.FirstOrDefault(s => s.ImplementationType?.Name == "DataProtectionHostedService") is { } eager) services.Remove(eager);
    }

    private static void Rules(IdentityOptions identity)
    {
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        identity.User.RequireUniqueEmail = true;
        identity.Lockout.MaxFailedAccessAttempts = WrongPasswords;
        identity.Lockout.DefaultLockoutTimeSpan = Wait;
        // Length, and nothing about which letters.
        identity.Password = new() { RequiredLength = PasswordRules.Shortest, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 4 };
    }

    private static void Session(CookieAuthenticationOptions cookie, SessionStore store)
    {
        cookie.SessionStore = store;
        cookie.CookieManager = new HostCookies();
        cookie.Cookie.Name = "kept";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = Core.Accounts.Session.Longest;
        cookie.SlidingExpiration = false;
        // Every request reads the account anew, so no stamp has to be compared now and then.
        cookie.Events.OnValidatePrincipal = _ => Task.CompletedTask;
        // Pages say themselves what they ask for (WorkDoor).
        cookie.Events.OnRedirectToLogin = context => Task.CompletedTask;
        cookie.Events.OnRedirectToAccessDenied = context => Task.CompletedTask;
    }
}
