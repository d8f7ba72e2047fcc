using Kept.Web.House;

namespace Kept.Web.Features.Programme.Actions;

/// <summary>A source an action was read from, with every place in it.</summary>
public sealed record CitedSource(string Id, string Title, IReadOnlyList<string> Places)
{
    public bool IsOneLine => Places is [var only] && !only.Contains(' ', StringComparison.Ordinal);

    public static IReadOnlyList<CitedSource> Of(ActionShape a)
    {
        IEnumerable<SourceShape?> all =
        [
            a.Source, a.Assessment.Source, .. a.Assessment.Remarks.Select(r => r.Source), .. a.Requirements.Select(r => r.Source), .. a.Heard.Select(h => h.Source),
            .. a.Leads.Select(l => l.Source), .. a.NextSteps.Select(n => n.Source), .. a.Commitments.Select(c => c.Source), .. a.Milestones.Select(m => m.Source),
            .. a.Links.Select(l => l.Source), .. a.LaterOutcomes.Select(o => o.Source), .. a.Statements.Select(s => s.Source), .. a.Remarks.Select(r => r.Source),
        ];
        return [.. all.OfType<SourceShape>().GroupBy(s => s.Id, StringComparer.Ordinal).Select(g => new CitedSource(g.Key, g.First().Title, Joined(g)))];
    }

    private static List<string> Joined(IEnumerable<SourceShape> sources)
    {
        var runs = new List<(int First, int Last)>();
        var cited = sources.Where(s => s.Lines is not null).SelectMany(s => (s.Also ?? []).Select(l => (l, l)).Prepend((s.Lines![0], s.Lines[^1])));
        foreach (var (first, last) in cited.Order())
        {
            if (runs is [.., var (start, end)] && first <= end + 1) runs[^1] = (start, Math.Max(end, last));
            else runs.Add((first, last));
        }
        return [.. runs.Select(r => r.First == r.Last ? $"{r.First}" : $"{r.First} to {r.Last}")];
    }
}
