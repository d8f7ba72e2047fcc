using Kept.Core.Records;
using Kept.Core.Search;

namespace Kept.Web.Features.Search;

/// <summary>Puts a question to the index, or to the record itself while the index is being made: the answer is the same.</summary>
public sealed class Finder(LiveIndex index)
{
    public Found Find(View view, SearchQuery query, IReadOnlyCollection<Facet> chosen, int skip, int take) =>
        index.For(view) is { } ready ? ready.Find(view, query, chosen, skip, take) : PlainScan.Find(view, query, chosen, skip, take);

    /// <summary>A question near this one that finds something; null when every word is known, or while there is no index.</summary>
    public Suggestion? Suggest(View view, SearchQuery query) => index.For(view)?.Suggest(view, query);
}
