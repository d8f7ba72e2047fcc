using Kept.Core.Records;

namespace Kept.Core.Search;

/// <summary>One question put to one edition of the index.</summary>
internal sealed class IndexSearch
{
    private readonly Edition _edition;
    private readonly Visible _visible;
    private readonly Vocabulary _vocabulary;
    private readonly View _view;
    private readonly SearchQuery _query;
    private readonly IReadOnlyList<AskedClause> _clauses;

    public IndexSearch(Edition edition, Visible visible, Vocabulary vocabulary, View view, SearchQuery query)
    {
        (_edition, _visible, _vocabulary, _view, _query) = (edition, visible, vocabulary, view, query);
        _clauses = AskedClause.All(query, Has, start => vocabulary.Surfaces.Where(s => s.Folded.StartsWith(start, StringComparison.Ordinal)).Select(s => s.Root));
    }

    private bool Has(string root) => _vocabulary.Find(root) is { } postings && _visible.Frequency(postings) > 0;

    public Found Find(IReadOnlyCollection<Facet> chosen, int skip, int take)
    {
        if (_clauses.Count == 0) return Found.Nothing;
        var scored = _clauses.Select(Scored).ToArray();
        var answer = new Answer(_edition, chosen, take > int.MaxValue - skip ? int.MaxValue : skip + take);
        var matching = new Matching(_edition, _visible, scored, new SecondLook(_view, _edition, _clauses, _query.Phrases));
        var some = !matching.WithAll(answer) && scored.Length > 1 && matching.WithMost(answer);
        return answer.Found(skip, !some, AskedClause.Marked(_clauses));
    }

    public Suggestion? Suggest()
    {
        var unmet = _clauses.Where(c => c.Clause is { IsFunctionWord: false, Length: 1 } && ListOf(c).Frequency == 0).Select(c => c.Clause).ToList();
        return unmet.Count == 0 ? null : new NearWords(_vocabulary, _visible, _view, _edition).Instead(_query, unmet, text =>
            new IndexSearch(_edition, _visible, _vocabulary, _view, ReadQuery.Of(text, _view)).Find([], 0, 1) is { HasAll: true, Total: > 0 });
    }

    private ScoredClause Scored(AskedClause clause)
    {
        var list = ListOf(clause);
        return new(list, Bm25.Rarity(_visible.Count, list.Frequency), clause.IsNeeded);
    }

    private TermList ListOf(AskedClause clause) =>
        clause.Alternatives is [var only] ? ListOf(only) : TermList.Any([.. clause.Alternatives.Select((a, i) => (ListOf(a), i == 0 ? 1 : Bm25.OtherWord))], _visible);

    private TermList ListOf(IReadOnlyList<string> roots)
    {
        var lists = roots.Select(r => TermList.Of(_vocabulary.Find(r), _visible)).ToList();
        return lists is [var one] ? one : TermList.Any([(TermList.All(lists), 1)], _visible);
    }
}

/// <summary>The documents that meet a clause, and how rare it is.</summary>
internal sealed record ScoredClause(TermList List, float Rarity, bool IsNeeded);
