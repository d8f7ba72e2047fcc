using Kept.Web.House;

namespace Kept.Web.Features.Search;

/// <summary>Search as data.</summary>
public static class SearchTwins
{
    public static void Map(Twins twins) => twins.List("/search", SearchList.Of, new CsvColumns<SearchHit>
    {
        { "kind", h => h.Kind },
        { "id", h => h.Id },
        { "title", h => h.Title },
        { "part", h => h.Part },
        { "snippet", h => h.Snippet },
        { "url", h => h.Url },
    });
}
