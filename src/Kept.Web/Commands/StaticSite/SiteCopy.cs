using System.Text;

namespace Kept.Web.Commands.StaticSite;

/// <summary>Writes what a site answers as files: first every address is found, so that each link knows where it leads; then each is written.</summary>
internal sealed class SiteCopy(HttpClient site, CopyFacts facts, CopyFolder folder)
{
    // Answers how many addresses were written.
    internal async Task<int> Write(IEnumerable<CopyAddress> roots, CancellationToken cancel)
    {
        var crawl = new Crawl(site, facts.Days);
        using (var finding = new ProgressLine("addresses found")) await crawl.From(roots, n => finding.At(n), cancel);
        var files = new CopyFiles(crawl.Found);
        var done = 0;
        using var progress = new ProgressLine($"of {crawl.Found.Count} written");
        // Brotli at its best takes far longer than the page: one worker a processor, and nothing waits on another.
        var workers = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount), CancellationToken = cancel };
        await Parallel.ForEachAsync(files.All, workers, async (one, stop) =>
        {
            await Write(one.Key, one.Value, files, crawl, stop);
            progress.Step(Interlocked.Increment(ref done));
        });
        return done;
    }

    private async Task Write(CopyAddress address, string file, CopyFiles files, Crawl crawl, CancellationToken cancel)
    {
        using var answer = await site.GetAsync(new Uri(address.Asked, UriKind.Relative), cancel);
        answer.EnsureSuccessStatusCode();
        var bytes = await answer.Content.ReadAsByteArrayAsync(cancel);
        var page = new CopyPage(facts, files, crawl.Home, address);
        switch (answer.Content.Headers.ContentType?.MediaType)
        {
            case "text/html":
                var html = Encoding.UTF8.GetString(bytes);
                if (address.Path == "/search") html = ByName.Page(html, address, crawl.Named.Select(n => (n.Key, n.Value)));
                bytes = Encoding.UTF8.GetBytes(page.Of(html));
                break;
            case { } type when !type.StartsWith("font/", StringComparison.Ordinal) && !type.StartsWith("image/x-", StringComparison.Ordinal):
                bytes = Encoding.UTF8.GetBytes(page.Named(Encoding.UTF8.GetString(bytes)));
                break;
        }
        folder.Write(file, bytes);
    }
}
