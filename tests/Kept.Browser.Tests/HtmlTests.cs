using System.Diagnostics;
using Kept.Testing;

namespace Kept.Browser.Tests;

/// <summary>The HTML of every page validates, error pages included.</summary>
public sealed class HtmlTests
{
    [Fact]
    public async Task Every_page_is_valid_html()
    {
        var site = await ShippedSite.Shared;
        using var folder = new TempFolder();
        var paths = SampleAddresses.Pages(site).Concat(["/nowhere", "/commitments?at=never", "/?at=2021-07-01", "/?known=2020-01-01", "/search?q=brother", "/commitments/support-c1?at=2020-01-01"]);
        var (code, words) = await Validate(folder, site, paths);
        Assert.True(code == 0, words);
    }

    [Fact]
    public async Task A_fault_would_be_found()
    {
        using var folder = new TempFolder();
        folder.Write("list", folder.Write("bad.html", "<!DOCTYPE html><html lang=\"en\"><head><title>x</title></head><body><p><div></div></p></body></html>"));
        Assert.Equal(1, (await Run(folder)).Code);
    }

    private static async Task<(int Code, string Words)> Validate(TempFolder folder, TestSite site, IEnumerable<string> paths)
    {
        var files = new List<string>();
        foreach (var path in paths)
        {
            using var answer = await site.Get(path);
            files.Add(folder.Write(string.Concat(path.Select(c => char.IsLetterOrDigit(c) ? c : '_')) + ".html", await answer.Content.ReadAsStringAsync()));
        }
        folder.Write("list", string.Join('\n', files));
        return await Run(folder);
    }

    private static async Task<(int Code, string Words)> Run(TempFolder folder)
    {
        using var process = Process.Start(new ProcessStartInfo("node", [Repository.At("tests", "Kept.Browser.Tests", "checks", "validate.mjs"), folder.File("list")]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var words = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, words.Replace(folder.Path, "", StringComparison.Ordinal));
    }
}
