using System.Globalization;

namespace Kept.Measures;

/// <summary>A row of the table in docs/performance.md: what was measured, Kept's figure, the peer's or the limit, their ratio and the bar.</summary>
public static class Row
{
    public static void Print(string what, double kept, string unit, string peer, double peers, string bar) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {what} | {kept:0.###} {unit} | {peer} {peers:0.###} {unit} | {kept / peers:0.00} ({bar}) |"));

    /// <summary>The middle of several runs.</summary>
    public static double Median(IEnumerable<double> runs)
    {
        var sorted = runs.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
