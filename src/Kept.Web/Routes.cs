using Kept.Core.Workroom;
using Kept.Web.Commands;
using Kept.Web.Features.About;
using Kept.Web.Features.Connections;
using Kept.Web.Features.Changes;
using Kept.Web.Features.Evidence;
using Kept.Web.Features.Live;
using Kept.Web.Features.Organisations;
using Kept.Web.Features.Programme.Actions;
using Kept.Web.Features.Programme.Calendar;
using Kept.Web.Features.Programme.Commitments;
using Kept.Web.Features.Programme.FromBodies;
using Kept.Web.Features.Programme.Offers;
using Kept.Web.Features.Programme.Plans;
using Kept.Web.Features.Programme.Terms;
using Kept.Web.Features.Search;
using Kept.Web.House;
using Kept.Web.Watch;

namespace Kept.Web;

/// <summary>Every address of the site. Pages carry their own on <c>@page</c>; twins are mapped by their rooms.</summary>
public static class Routes
{
    public static void Map(WebApplication app)
    {
        app.MapRazorPages();
        var twins = new Twins(app);
        CommitmentTwins.Map(twins);
        UpdateTwins.Map(twins);
        PlanTwins.Map(twins);
        ActionTwins.Map(twins);
        ConnectionTwins.Map(twins);
        OfferTwins.Map(twins);
        TermTwins.Map(twins);
        CalendarTwins.Map(twins, app);
        StatusPicture.Map(app);
        OrganisationTwins.Map(twins);
        EvidenceTwins.Map(twins);
        SearchTwins.Map(twins);
        AboutTwins.Map(twins);
        ChangesTwins.Map(twins, app);
        LiveStream.Map(app);

        app.MapGet("/assets/{**name}", (HttpContext http, SiteAssets assets, string name) => assets.Serve(http, name)).ExcludeFromDescription();
        app.MapGet("/favicon.ico", (HttpContext http, SiteAssets assets) => assets.Serve(http, "favicon.svg")).ExcludeFromDescription();
        app.MapGet("/exit", Exit).ExcludeFromDescription();
        app.MapGet("/robots.txt", () => Results.Text("User-agent: *\nDisallow: /exit\nDisallow: /follow\n")).ExcludeFromDescription();
        app.MapGet("/health/live", Health.Live).ExcludeFromDescription();
        app.MapGet("/health/ready", (HttpContext http, Health health) => health.Ready(http)).ExcludeFromDescription();
        app.MapGet("/metrics", (HttpContext http, MetricsPage metrics) => metrics.Answer(http)).ExcludeFromDescription();
        app.MapOpenApi("/openapi/{documentName}.json");
        // Only a server that may write has a door.
        if (app.Services.GetService<WorkroomDatabase>() is not null) CommandDoor.Map(app);
        app.MapFallback("{**path}", (HttpContext http) => new ProblemResult(Problem.NoSuchPage()).ExecuteAsync(http)).ExcludeFromDescription();
    }

    // It clears what the browser kept of this site, then goes to a neutral one.
    private static IResult Exit(HttpContext http, KeptSettings settings)
    {
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = settings.Exit;
        return Results.Empty;
    }
}
