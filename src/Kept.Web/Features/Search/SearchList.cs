using Kept.Web.House;

namespace Kept.Web.Features.Search;

/// <summary>What was found: kinds in their order, and within a kind those with the words in their title first.</summary>
public sealed record SearchList(IReadOnlyList<SearchHit> Items, int Total, long Entry, DateOnly At, string Q) : ListShape<SearchHit>(Items, Total, Entry, At)
{
    /// <summary>The most letters a search may have.</summary>
    public const int Longest = 200;

    public static (SearchList? List, Problem? Problem) Of(HttpContext http, Reading reading)
    {
        var query = http.Request.Query;
        foreach (var name in query.Keys)
            if (name is not ("at" or "known" or "q" or "kind"))
                return (null, Problem.BadRequest("That is not part of a search", "A search has words, and may be kept to one kind of record.", name.Length > 60 ? name[..60] : name, query[name].ToString(), "q, or kind"));
        var q = string.Join(' ', query["q"].Where(v => v is not null)).Trim();
        if (q.Length > Longest)
            return (null, Problem.BadRequest("That search is too long", $"It has {q.Length} letters. Kept looks for up to {Longest}.", "q", q, "a few words, such as: brothers sisters"));
        var kinds = query["kind"].Where(k => !string.IsNullOrEmpty(k)).ToArray();
        if (kinds.FirstOrDefault(k => Core.Records.RecordKinds.TypeOf(k!) is null) is { } unknown)
            return (null, Problem.BadRequest("That kind of record is not known", $"There is no kind \"{(unknown.Length > 60 ? unknown[..60] : unknown)}\".", "kind", unknown, "a kind such as action, commitment or organisation"));
        var hits = Find(reading, q).Where(h => kinds.Length == 0 || kinds.Contains(h.Kind, StringComparer.Ordinal)).ToList();
        return (new(hits, hits.Count, reading.View.Entry, reading.At, q) { Known = reading.Asked.Known }, null);
    }

    private static IEnumerable<SearchHit> Find(Reading reading, string q)
    {
        var asked = SearchText.Asked(q);
        return asked.Count == 0 ? [] : Findable.In(reading.View).Select(f => SearchHit.Of(f, asked)).OfType<SearchHit>()
            .GroupBy(h => h.Kind, StringComparer.Ordinal).SelectMany(kind => kind.OrderByDescending(h => h.InTitle));
    }
}
