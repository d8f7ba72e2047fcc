using Kept.Testing;
using Microsoft.Playwright;

namespace Kept.Browser.Tests;

/// <summary>axe over a page: WCAG A and AA up to 2.2, and best practice. Any fault fails, with the element it is in.</summary>
public static class Axe
{
    private static readonly string Script = File.ReadAllText(Repository.At("tests", "Kept.Browser.Tests", "checks", "node_modules", "axe-core", "axe.min.js"));

    // Whatever passes is not written out: on a long page that takes longer than looking.
    private const string Run = """
        async () => {
          const { violations } = await axe.run({
            resultTypes: ["violations"],
            preload: false,
            runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
          });
          return violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`);
        }
        """;

    public static async Task<IReadOnlyList<string>> Faults(IPage page)
    {
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run);
    }

    public static async Task Passes(IPage page) => None(await Faults(page));

    /// <summary>Fails with every fault written out.</summary>
    public static void None(IReadOnlyCollection<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults));
}
