using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Search;
using Kept.Core.Workroom;
using Kept.Web.Features.Feedback;
using Kept.Web.Features.Live;
using Kept.Web.Features.Notices;
using Kept.Web.Features.Questionnaires.Answering;
using Kept.Web.Features.Questionnaires.Safeguarding;
using Kept.Web.Features.Search;
using Kept.Web.House;
using Kept.Web.House.SignIn;
using Kept.Web.House.Work;
using Kept.Web.Watch;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Kept.Web;

/// <summary>Puts the site together: what serves a request, in which order, within which limits.</summary>
public static class KeptSite
{
    /// <summary>A site over an open Register, not started yet. <paramref name="socket"/> is the door for commands, if any; <paramref name="workroom"/> the private half of the database, where the site may write.</summary>
    public static WebApplication Build(KeptSettings settings, Register register, TimeProvider clock, string? socket = null, LogLines? log = null, WorkroomDatabase? workroom = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "kept", ContentRootPath = AppContext.BaseDirectory });
        string[] addresses = socket is null ? settings.Urls.Split(';') : [.. settings.Urls.Split(';'), CommandSocket.AddressOf(socket)];
        builder.WebHost.ConfigureKestrel(Limit).UseUrls(addresses);
        builder.Logging.ClearProviders().AddProvider(log ?? new LogLines(settings.Log == "json", Console.Out, clock)).SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Kept", LogLevel.Information)
            // Both warn of what is meant so: pages with forms are never kept anyway, and the keys are guarded as the database is.
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error).AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error)
            // A start that fails is said in words by the command that tried it.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);

        var services = builder.Services;
        settings = settings with { TakesPeople = workroom is not null };
        services.AddSingleton(settings).AddSingleton(register).AddSingleton(clock).AddSingleton(new LondonClock(clock)).AddSingleton<SiteAssets>().AddSingleton<LiveUpdates>();
        services.AddSingleton<Figures>().AddSingleton<Health>().AddSingleton<MetricsPage>();
        services.AddRazorPages(pages => pages.RootDirectory = "/Features").AddMvcOptions(mvc =>
        {
            mvc.Filters.Add<FormsComeBack>();
            // What a form says is checked by the verb it goes to: nobody reads what the library would make of it.
            mvc.ModelValidatorProviders.Clear();
            // What stands in the address, which the door has looked at, counts before a field of the same name.
            var address = mvc.ValueProviderFactories.OfType<RouteValueProviderFactory>().Single();
            mvc.ValueProviderFactories.Remove(address);
            mvc.ValueProviderFactories.Insert(0, address);
            // Before the one for simple types, and after those that say where a value comes from.
            mvc.ModelBinderProviders.Insert(mvc.ModelBinderProviders.TakeWhile(p => p is not SimpleTypeModelBinderProvider).Count(), new PlainTextBinder());
        });
        services.Configure<RazorViewEngineOptions>(views => views.ViewLocationFormats.Add("/House/{0}.cshtml"));
        services.AddSignIn(workroom);
        services.AddSingleton<FormToken>();
        services.AddSingleton<LiveIndex>().AddSingleton<Finder>().AddHostedService<KeepingTheIndex>();
        if (workroom is not null) services.AddNotices();
        if (workroom is not null) services.AddSingleton<DailyErasing>().AddHostedService(s => s.GetRequiredService<DailyErasing>()).AddFeedback();
        if (workroom is not null) services.AddSingleton(workroom).AddSingleton<LastBackup>().AddHostedService(s => s.GetRequiredService<LastBackup>());
        services.AddSingleton<Begins>();
        if (workroom is not null) services.AddSingleton<RiskLetters>().AddSingleton<AnswerFiles>();
        services.AddOpenApi("v1", OpenDocument.Describe);

        var app = builder.Build();
        var live = app.Services.GetRequiredService<LiveUpdates>();
        app.Services.GetRequiredService<Figures>().Meter.CreateObservableGauge("kept.live.connections", () => live.Count, "{connection}", "Readers who listen to changes.");
        if (KnownProxies.Read(settings.Proxies).Networks is { Count: > 0 } proxies) app.UseMiddleware<KnownProxies>(proxies);
        if (settings.RequestLog) app.UseMiddleware<RequestLog>();
        app.UseMiddleware<PageCache>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<LastResort>();
        app.UseMiddleware<ConditionalGet>();
        app.UseMiddleware<DateMiddleware>();
        app.UseMiddleware<ReadOnlyDoor>();
        app.UseRouting();
        // Named here, or the host puts both before everything else, and every kept page pays for them.
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<WorkDoor>();
        Routes.Map(app);
        return app;
    }

    /// <summary>What stands against settings that only the site itself can judge; null when nothing does.</summary>
    public static Refusal? Objection(KeptSettings settings) =>
        (Mail.Objection(settings.Smtp, settings.MailFrom) ?? FeedbackServices.Objection(settings.Clamd) ?? KeptSettings.ObjectionTo(settings.PublicUrl)) is { } why ? new(why, "Nothing was started.") : null;

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        // Longer than we read, so that a long query gets a page that says so rather than a cut line.
        limits.MaxRequestLineSize = 64 * 1024;
        limits.MaxRequestHeadersTotalSize = 96 * 1024;
        limits.MaxRequestHeaderCount = 100;
        limits.MaxRequestBodySize = 64 * 1024;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
    }
}
