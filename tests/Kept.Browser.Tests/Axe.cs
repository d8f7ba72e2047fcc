using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Kept.Browser.Tests;

/// <summary>axe over a page: WCAG A and AA up to 2.2, and best practice. Any fault fails, with the element it is in.</summary>
public static class Axe
{
    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        // Whatever passes is not written out: on a long page that takes longer than looking.
        ResultTypes = [ResultType.Violations],
    };

    public static async Task<IReadOnlyList<string>> Faults(IPage page)
    {
        var result = await page.RunAxe(Options);
        return [.. result.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html.Length > 160 ? n.Html[..160] : n.Html))}")];
    }

    public static async Task Passes(IPage page) => None(await Faults(page));

    /// <summary>Fails with every fault written out.</summary>
    public static void None(IReadOnlyCollection<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults));
}
