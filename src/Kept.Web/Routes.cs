using Kept.Web.Commands;
using Kept.Web.Features.Evidence;
using Kept.Web.Features.Organisations;
using Kept.Web.Features.Programme;
using Kept.Web.Features.Programme.Actions;
using Kept.Web.Features.Programme.Offers;
using Kept.Web.Features.Programme.Plans;
using Kept.Web.Features.Programme.Terms;
using Kept.Web.Features.Search;
using Kept.Web.House;

namespace Kept.Web;

/// <summary>Every address of the site. Pages carry their own on <c>@page</c>; twins are mapped by their rooms.</summary>
public static class Routes
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void Map(WebApplication app)
    {
        app.MapRazorPages();
        var twins = new Twins(app);
        CommitmentTwins.Map(twins);
        PlanTwins.Map(twins);
        ActionTwins.Map(twins);
        OfferTwins.Map(twins);
        TermTwins.Map(twins);
        StatusPicture.Map(app);
        OrganisationTwins.Map(twins);
        EvidenceTwins.Map(twins);
        SearchTwins.Map(twins);

        app.MapMethods("/assets/{**name}", Reading, (HttpContext http, SiteAssets assets, string name) => assets.Serve(http, name)).ExcludeFromDescription();
        app.MapMethods("/favicon.ico", Reading, (HttpContext http, SiteAssets assets) => assets.Serve(http, "favicon.svg")).ExcludeFromDescription();
        app.MapMethods("/exit", Reading, Exit).ExcludeFromDescription();
        app.MapMethods("/robots.txt", Reading, () => Results.Text("User-agent: *\nDisallow: /exit\n")).ExcludeFromDescription();
        app.MapMethods("/health/live", Reading, () => Results.Text("live")).ExcludeFromDescription();
        app.MapMethods("/health/ready", Reading, () => Results.Text("ready")).ExcludeFromDescription();
        app.MapOpenApi("/openapi/{documentName}.json");
        CommandDoor.Map(app);
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
