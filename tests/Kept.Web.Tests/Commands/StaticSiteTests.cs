using System.IO.Compression;
using System.Security.Cryptography;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Kept.Core.Evidence;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Testing;
using Kept.Web.Commands.StaticSite;
using Kept.Web.House;

namespace Kept.Web.Tests.Commands;

public sealed class StaticSiteTests
{
    [Fact]
    public async Task Every_link_leads_to_a_file_of_the_copy_and_every_fragment_to_a_place_in_it()
    {
        var copy = await ShippedCopy.Shared;
        var pages = Pages(copy);
        Assert.True(pages.Count > 600, $"only {pages.Count} pages");
        Assert.Empty(Dead(copy, pages));
    }

    [Fact]
    public async Task Every_font_that_the_styles_name_is_in_the_copy()
    {
        var assets = Path.Combine(await ShippedCopy.Shared, "assets");
        var named = (await File.ReadAllTextAsync(Path.Combine(assets, "kept.css"))).Split("url(\"").Skip(1).Select(part => part.Split('"')[0]).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.True(File.Exists(Path.Combine(assets, name)), name));
    }

    [Fact]
    public async Task A_planted_dead_link_would_be_found()
    {
        var copy = await ShippedCopy.Shared;
        var about = Path.Combine(copy, "about", "index.html");
        var page = new HtmlParser().ParseDocument((await File.ReadAllTextAsync(about)).Replace("</main>", "<a href=\"../nowhere/index.html\">x</a><a href=\"#nowhere\">y</a></main>", StringComparison.Ordinal));
        Assert.Equal(2, Dead(copy, new() { [about] = page }).Count(d => d.Contains("nowhere", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_record_in_force_has_its_page_and_its_data_there_too()
    {
        var copy = await ShippedCopy.Shared;
        var site = await ShippedSite.Shared;
        var count = 0;
        foreach (var list in new[] { "plans", "commitments", "organisations", "places", "offers", "sources", "terms", "plans/plan-21-24/actions" })
            foreach (var item in (await site.Json($"/{list}.json")).GetProperty("items").EnumerateArray())
            {
                var url = item.GetProperty("url").GetString()!.TrimStart('/');
                Assert.True(File.Exists(Path.Combine(copy, url, "index.html")), url);
                Assert.True(File.Exists(Path.Combine(copy, url + ".json")), url + ".json");
                count++;
            }
        Assert.True(count > 250, $"only {count} records");
        Assert.Equal(await site.Client.GetByteArrayAsync(new Uri("/commitments.json", UriKind.Relative)), await File.ReadAllBytesAsync(Path.Combine(copy, "commitments.json")));
    }

    [Fact]
    public async Task Every_page_says_when_it_was_true_and_nothing_says_where_it_was_made()
    {
        var copy = await ShippedCopy.Shared;
        var head = (await ShippedSite.Shared).Register.Snapshot;
        foreach (var (file, page) in Pages(copy))
        {
            Assert.Contains($"as it stood on 21 November 2026: entry {head.Number}, hash {head.Hash}.", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll("form, input, button, script[type=module]"));
            Assert.Contains("default-src 'none'", page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!, StringComparison.Ordinal);
            Assert.Equal("https://neutral.example/", page.QuerySelector(".k-leave a")!.GetAttribute("href"));
            Assert.False(file.Contains("known", StringComparison.Ordinal));
        }
        foreach (var file in Directory.EnumerateFiles(copy, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is not (".br" or ".gz" or ".woff2")))
        {
            var text = await File.ReadAllTextAsync(file);
            Assert.All((string[])["127.0.0.1", "this-copy.invalid", Path.GetTempPath(), Repository.Root], trace => Assert.False(text.Contains(trace, StringComparison.Ordinal), $"{file} holds {trace}"));
        }
    }

    [Fact]
    public async Task The_earlier_day_is_there_whole_and_leads_back_to_today()
    {
        var copy = await ShippedCopy.Shared;
        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(Path.Combine(copy, "at", "2021-07-01", "commitments", "index.html")));
        Assert.Contains("As it stood on 1 July 2021", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("a"), a => a.GetAttribute("href") == "../../../commitments/index.html");
        Assert.True(File.Exists(Path.Combine(copy, "at", "2021-07-01", "commitments.json")));
        var today = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(Path.Combine(copy, "commitments", "index.html")));
        Assert.Contains(today.QuerySelectorAll(".k-another a"), a => a.GetAttribute("href") == "../at/2021-07-01/commitments/index.html" && a.TextContent == "1 July 2021");
    }

    [Fact]
    public async Task In_place_of_search_everything_is_listed_by_name()
    {
        var copy = await ShippedCopy.Shared;
        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(Path.Combine(copy, "search", "index.html")));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Contains(page.QuerySelectorAll("main a"), a => a.TextContent == "Scottish Social Services Council" && a.GetAttribute("href") == "../organisations/scottish-social-services-council/index.html");
        Assert.True(page.QuerySelectorAll("main li").Length > 300);
    }

    [Fact]
    public async Task Beside_each_text_stands_the_same_compressed_and_the_sums_fit()
    {
        var copy = await ShippedCopy.Shared;
        var sums = (await File.ReadAllLinesAsync(Path.Combine(copy, "sums.txt"))).Select(l => l.Split("  ")).ToDictionary(l => l[1], l => l[0], StringComparer.Ordinal);
        foreach (var (name, sum) in sums)
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(copy, name));
            Assert.Equal(sum, Convert.ToHexStringLower(SHA256.HashData(bytes)));
            if (Path.GetExtension(name) == ".woff2") continue;
            Assert.Equal(bytes, Read(copy, name + ".br", s => new BrotliStream(s, CompressionMode.Decompress)));
            Assert.Equal(bytes, Read(copy, name + ".gz", s => new GZipStream(s, CompressionMode.Decompress)));
        }
        Assert.True(sums.Count > 1200, $"{sums.Count}");
    }

    [Fact]
    public async Task Run_again_it_writes_what_changed_takes_out_what_is_gone_and_leaves_the_rest()
    {
        using var folder = new TempFolder();
        await using var site = await TestSite.Start(TestClock.At(2026, 11, 21), register => register.AppendAsync(
            Change.Of(Write.Set("first", new(2021, 3, 31), new Source { Title = "First", Kind = "report" }, 0), Write.Set("second", new(2021, 3, 31), new Source { Title = "Second", Kind = "report" }, 0)), Act.Operator("w", "test")));
        var asked = new SiteExport.Asked(folder.File("copy"), "https://kept.example/record/", [], 1);
        Task<int> Copy() => SiteExport.Copy(new KeptSettings(), site.Register, asked, site.Clock, CancellationToken.None);
        Assert.Equal(0, await Copy());
        var css = Path.Combine(asked.Folder, "assets", "kept.css");
        File.SetLastWriteTimeUtc(css, new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.True(File.Exists(Path.Combine(asked.Folder, "sources", "second", "index.html")));
        // A link to a day that the copy does not have leads to the site itself.
        Assert.Contains("https://kept.example/record/", await File.ReadAllTextAsync(Path.Combine(asked.Folder, "index.html")), StringComparison.Ordinal);

        await site.Register.AppendAsync(Change.Of(Write.Delete(RecordKey.Of<Source>("second"), new(2021, 3, 31), null)), Act.Operator("w", "test"));
        File.WriteAllText(Path.Combine(asked.Folder, "kept-copy.txt"), "not finished");
        Assert.Equal(0, await Copy());
        Assert.Equal(2000, File.GetLastWriteTimeUtc(css).Year);
        Assert.False(Directory.Exists(Path.Combine(asked.Folder, "sources", "second")));
        Assert.Contains("entry 3,", await File.ReadAllTextAsync(Path.Combine(asked.Folder, "kept-copy.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_asked_of_a_copy_is_said()
    {
        using var folder = new TempFolder();
        await DataFolderOf.Three(folder.File("data"));
        folder.Write("mine/letter.txt", "dear");
        Task<Child.Ended> Copy(params string[] more) => Child.Run(["export", "site", .. more, "--data", folder.File("data")]);
        Plain.Words(await Copy(folder.File("mine")), "no copy of Kept's", "Nothing was written.", "Name a folder that is empty");
        Plain.Words(await Copy(folder.File("new"), "--at", "2021-7-1"), "is not a day", "Nothing was done.", "2021-07-01");
        Plain.Words(await Copy(folder.File("new"), "--at", "2999-01-01"), "has not come yet", "Nothing was written.", "up to today");
        Plain.Words(await Copy(folder.File("new"), "--base", "kept.example"), "is no address of a site", "Nothing was written.", "https://");
        Assert.Equal("dear", await File.ReadAllTextAsync(folder.File("mine/letter.txt")));
    }

    private static Dictionary<string, IDocument> Pages(string copy)
    {
        var parser = new HtmlParser();
        return Directory.EnumerateFiles(copy, "*.html", SearchOption.AllDirectories).ToDictionary(f => f, f => (IDocument)parser.ParseDocument(File.ReadAllText(f)), StringComparer.Ordinal);
    }

    private static List<string> Dead(string copy, Dictionary<string, IDocument> pages)
    {
        var dead = new List<string>();
        foreach (var (file, page) in pages)
            foreach (var href in page.QuerySelectorAll("[href], [src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).Where(h => !h.StartsWith("https:", StringComparison.Ordinal)))
            {
                var parts = href.Split('#');
                var to = parts[0].Length == 0 ? file : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, parts[0]));
                if (!File.Exists(to) || !to.StartsWith(copy, StringComparison.Ordinal)) dead.Add($"{href} on {file}");
                else if (parts.Length > 1 && pages.TryGetValue(to, out var there) && there.GetElementById(parts[1]) is null) dead.Add($"{href} on {file}");
            }
        return dead;
    }

    private static byte[] Read(string copy, string name, Func<Stream, Stream> through)
    {
        using var file = File.OpenRead(Path.Combine(copy, name));
        using var from = through(file);
        using var bytes = new MemoryStream();
        from.CopyTo(bytes);
        return bytes.ToArray();
    }
}
