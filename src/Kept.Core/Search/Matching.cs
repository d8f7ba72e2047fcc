using System.Buffers;

namespace Kept.Core.Search;

/// <summary>Goes through the lists of a question's clauses, document by document.</summary>
internal sealed class Matching(Edition edition, Visible visible, ScoredClause[] clauses, SecondLook second)
{
    private readonly int[] _lengths = edition.Documents.Length.Values;

    /// <summary>Records that meet every needed clause; whether there are any.</summary>
    public bool WithAll(Answer answer)
    {
        var needed = clauses.Where(c => c.IsNeeded).OrderBy(c => c.List.Count).ToArray();
        var others = needed.Skip(1).Concat(clauses.Where(c => !c.IsNeeded)).ToArray();
        var cursors = others.Select(c => new Cursor(c.List)).ToArray();
        var (lead, rarity, any) = (needed[0].List, needed[0].Rarity, false);
        var documents = lead.Documents;
        for (var i = 0; i < documents.Length; i++)
        {
            var document = documents[i];
            if (!visible.Has(document)) continue;
            var score = Bm25.Of(rarity, lead[i], _lengths[document], visible.AverageLength);
            var missed = false;
            for (var j = 0; j < cursors.Length && !missed; j++)
            {
                if (cursors[j].Reach(document)) score += Bm25.Of(others[j].Rarity, cursors[j].Weight, _lengths[document], visible.AverageLength);
                else missed = others[j].IsNeeded;
            }
            if (missed) continue;
            if (!second.IsDue(document)) answer.Add(document, score);
            else if (second.FacetsIfItHasAll(document) is { } facets) answer.Add(document, score, facets);
            else continue;
            any = true;
        }
        return any;
    }

    /// <summary>Records that meet as many needed clauses as any does; whether there are any.</summary>
    public bool WithMost(Answer answer)
    {
        var scores = ArrayPool<float>.Shared.Rent(edition.Count);
        var met = ArrayPool<byte>.Shared.Rent(edition.Count);
        Array.Clear(scores, 0, edition.Count);
        Array.Clear(met, 0, edition.Count);
        foreach (var clause in clauses.OrderByDescending(c => c.IsNeeded)) Count(clause, scores, met);
        var reread = new Dictionary<int, IEnumerable<Facet>>();
        for (var document = 0; document < edition.Count; document++)
            if (met[document] > 0 && second.IsUnsteady(document)) (met[document], reread[document]) = second.Met(document) is var look ? ((byte)look.Met, look.Facets) : default;
        var most = edition.Count == 0 ? 0 : met.Take(edition.Count).Max();
        for (var document = 0; most > 0 && document < edition.Count; document++)
        {
            if (met[document] != most) continue;
            if (reread.TryGetValue(document, out var facets)) answer.Add(document, scores[document], facets);
            else answer.Add(document, scores[document]);
        }
        ArrayPool<float>.Shared.Return(scores);
        ArrayPool<byte>.Shared.Return(met);
        return most > 0;
    }

    private void Count(ScoredClause clause, float[] scores, byte[] met)
    {
        var documents = clause.List.Documents;
        for (var i = 0; i < documents.Length; i++)
        {
            var document = documents[i];
            if (!visible.Has(document) || (!clause.IsNeeded && met[document] == 0)) continue;
            scores[document] += Bm25.Of(clause.Rarity, clause.List[i], _lengths[document], visible.AverageLength);
            if (clause.IsNeeded) met[document]++;
        }
    }
}
