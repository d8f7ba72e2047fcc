using Kept.Core.Records;

namespace Kept.Core.Search;

/// <summary>Finds by reading every record in force, one after the other: what answers until the index is ready, and what the index is checked against.</summary>
public static class PlainScan
{
    public static Found Find(View view, SearchQuery query, IReadOnlyCollection<Facet> chosen, int skip = 0, int take = int.MaxValue)
    {
        // What is looked through and not found is not what the answer rests on.
        view = view.Aside();
        var all = RecordKinds.Names.SelectMany(view.Keys).Select(k => Describe.In(view, k)).OfType<Description>().Select(d => new Read(d, new(d))).ToList();
        var clauses = AskedClause.All(query, root => all.Exists(r => r.Words.Roots.Contains(root)), start => Beginning(all, start));
        if (clauses.Count == 0) return Found.Nothing;
        var average = all.Count == 0 ? 1 : Math.Max(1, (float)all.Sum(r => (long)r.Length) / all.Count);
        var rarity = clauses.Select(c => Bm25.Rarity(all.Count, all.Count(r => c.IsMetBy(r.Words.Roots)))).ToArray();
        var met = all.Select(r => (Read: r, Met: clauses.Count(c => c.IsNeeded && c.IsMetBy(r.Words.Roots)))).Where(r => r.Met > 0).ToList();
        var needed = clauses.Count(c => c.IsNeeded);
        var found = met.Where(r => r.Met == needed && query.Phrases.All(r.Read.Words.Has)).Select(r => r.Read).ToList();
        var hasAll = found.Count > 0 || clauses.Count == 1 || met.Count == 0;
        if (!hasAll) found = [.. met.Where(r => r.Met == met.Max(m => m.Met)).Select(r => r.Read)];
        var through = found.Where(r => Facet.Names.All(n => LetsThrough(r, chosen, n))).ToList();
        return new(
            through.Count,
            [.. through.Select(r => new FoundRecord(r.Description.Key, Score(r, clauses, rarity, average))).OrderByDescending(f => f.Score).ThenBy(f => view.InForce(f.Key)!.Entry.Number).Skip(skip).Take(take)],
            Counts(found, chosen), hasAll, AskedClause.Marked(clauses));
    }

    private sealed record Read(Description Description, DescribedWords Words)
    {
        public int Length { get; } = Words.Texts.Sum(t => t.Count);
    }

    private static IEnumerable<string> Beginning(List<Read> all, string start) =>
        all.SelectMany(r => r.Description.Wordings).SelectMany(w => Folding.All(w.Text)).Where(w => w.StartsWith(start, StringComparison.Ordinal)).Select(EnglishStem.Of);

    private static float Score(Read read, IReadOnlyList<AskedClause> clauses, float[] rarity, float average)
    {
        var score = clauses.Select((clause, i) => Bm25.Of(rarity[i], Occurrences(read, clause), read.Length, average)).Sum();
        return score * Bm25.Of(read.Description.Standing);
    }

    private static float Occurrences(Read read, AskedClause clause) =>
        clause.Alternatives.Select((roots, i) => roots.Min(root => Occurrences(read, root)) * (i == 0 ? 1 : Bm25.OtherWord)).Sum();

    private static float Occurrences(Read read, string root) =>
        read.Description.Wordings.Select((w, i) => w.Weight * read.Words.Texts[i].Count(r => r == root)).Sum();

    private static bool LetsThrough(Read read, IReadOnlyCollection<Facet> chosen, string name) =>
        chosen.All(c => c.Name != name) || read.Description.Facets.Any(f => f.Name == name && chosen.Contains(f));

    private static IReadOnlyList<FacetCount> Counts(List<Read> found, IReadOnlyCollection<Facet> chosen) =>
        [.. found.SelectMany(r => r.Description.Facets.Where(f => Facet.Names.Where(n => n != f.Name).All(n => LetsThrough(r, chosen, n)))).CountBy(f => f)
            .Select(c => new FacetCount(c.Key, c.Value)).OrderByDescending(f => f.Count).ThenBy(f => f.Facet.Value, StringComparer.Ordinal)];
}
