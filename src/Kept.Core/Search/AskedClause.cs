namespace Kept.Core.Search;

/// <summary>A clause with the roots that its beginnings stand for here, and whether a record must meet it.</summary>
internal sealed record AskedClause(Clause Clause, IReadOnlyList<IReadOnlyList<string>> Alternatives, bool IsNeeded)
{
    /// <summary>
    /// Every clause of a question. <paramref name="has"/> says whether a root stands in any record in force;
    /// <paramref name="beginning"/> gives the roots of all words that begin in a way.
    /// </summary>
    public static IReadOnlyList<AskedClause> All(SearchQuery query, Func<string, bool> has, Func<string, IEnumerable<string>> beginning)
    {
        var needed = query.Needed.ToHashSet();
        return [.. query.Clauses.Select(c => new AskedClause(c, Alternatives(c), needed.Contains(c)))];

        IReadOnlyList<IReadOnlyList<string>> Alternatives(Clause clause)
        {
            var stated = clause.Alternatives.Select(a => a.Roots).ToList();
            if (clause.Beginning is { } start && (clause.BeginsWord || !has(stated[0][0])))
                stated.AddRange(beginning(start).Where(r => r != stated[0][0]).Distinct(StringComparer.Ordinal).Select(r => (IReadOnlyList<string>)[r]));
            return stated;
        }
    }

    /// <summary>Whether roots that stand in a record meet it.</summary>
    public bool IsMetBy(IReadOnlySet<string> roots) => Alternatives.Any(a => a.All(roots.Contains));

    /// <summary>What to mark in texts: not the little words of a longer question.</summary>
    public static IReadOnlySet<string> Marked(IEnumerable<AskedClause> clauses) =>
        clauses.Where(c => c.IsNeeded).SelectMany(c => c.Alternatives).SelectMany(a => a).ToHashSet(StringComparer.Ordinal);
}
