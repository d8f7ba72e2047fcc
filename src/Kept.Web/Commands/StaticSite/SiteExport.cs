using System.Globalization;
using System.Text;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Web.House;

namespace Kept.Web.Commands.StaticSite;

/// <summary><c>export site</c>: the site serves itself over a port of this machine's own, and what it answers is written down.</summary>
public static class SiteExport
{
    /// <summary>What is asked of a copy.</summary>
    /// <param name="Base">The address of the living site, for what the copy does not have; null for none.</param>
    /// <param name="Brotli">How hard brotli tries, 0 to 11.</param>
    /// <param name="Days">Earlier days that the copy is to show as well.</param>
    public sealed record Asked(string Folder, string? Base, IReadOnlyList<DateOnly> Days, int Brotli = 11);

    public static async Task<int> Run(KeptSettings settings, Asked asked, TimeProvider clock, CancellationToken cancel)
    {
        if (Objection(asked, clock) is { } objection) return Say(objection);
        using var register = Register.Open(SqliteStore.OpenToRead(settings.Database), clock);
        return await Copy(settings, register, asked, clock, cancel);
    }

    /// <summary>Writes the copy of a record that is open.</summary>
    public static async Task<int> Copy(KeptSettings settings, Register register, Asked asked, TimeProvider clock, CancellationToken cancel)
    {
        var (folder, why) = CopyFolder.Take(asked.Folder, asked.Brotli);
        if (folder is null) return Say(why!);
        await using var site = KeptSite.Build(settings with { Urls = "http://127.0.0.1:0" }, register, clock);
        await site.StartAsync(cancel);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(site.Urls.Single()), Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Host = CopyPage.Host;
        var (now, day) = (register.Snapshot, new LondonClock(clock).Today);
        var facts = new CopyFacts(day, now.Number, now.Hash, asked.Base?.TrimEnd('/'), settings.Exit, asked.Days);
        var count = await new SiteCopy(client, facts, folder).Write(Roots(site.Services, asked.Days), cancel);
        folder.Finish(Mark(facts));
        await site.StopAsync(cancel);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Written to {asked.Folder}: {count} pages and files, each text with its .br and .gz; sums.txt has the sum of each."));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"copied {facts.Entry} {facts.Hash}"));
        return 0;
    }

    private static Refusal? Objection(Asked asked, TimeProvider clock)
    {
        if (asked.Base is { } site && !(Uri.TryCreate(site, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            return new($"\"{site}\" is no address of a site.", "Nothing was written.", "Give it whole, such as --base https://kept.example");
        return asked.Days.FirstOrDefault(d => d > new LondonClock(clock).Today) is var later && later != default
            ? new($"{Dates.Long(later)} has not come yet.", "Nothing was written.", "Give days up to today.") : null;
    }

    // Every address without a blank in it, today and on each day; what those link to and name is the rest.
    private static IEnumerable<CopyAddress> Roots(IServiceProvider services, IReadOnlyList<DateOnly> days)
    {
        var paths = services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET", StringComparer.Ordinal) != false)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(p => !p.Contains('{', StringComparison.Ordinal))
            .Append("/assets/licences.txt").Distinct(StringComparer.Ordinal);
        var root = new CopyAddress("/", null, "");
        foreach (var path in paths)
            foreach (var day in days.Select(d => (DateOnly?)d).Prepend(null))
                if (CopyAddress.Of(path + (day is { } at ? "?at=" + Dates.Iso(at) : ""), root, days).Address is { } address && path is not ("/robots.txt" or "/favicon.ico")) yield return address;
    }

    private static string Mark(CopyFacts facts)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"A copy of a Kept site as it stood on {Dates.Long(facts.Made)}: entry {facts.Entry}, hash {facts.Hash}.\n");
        foreach (var day in facts.Days) text.Append(CultureInfo.InvariantCulture, $"Also as it stood on {Dates.Long(day)}: at/{Dates.Iso(day)}/index.html\n");
        if (facts.Base is { } site) text.Append(CultureInfo.InvariantCulture, $"The site itself: {site}\n");
        return text.Append("Open index.html in a browser, or let a web server serve this folder. Check it with: sha256sum --check --quiet sums.txt\n").ToString();
    }

    private static int Say(Refusal refusal)
    {
        Console.Error.WriteLine(refusal);
        return 1;
    }
}
