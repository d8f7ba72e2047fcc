using Kept.Core.Records;
using Kept.Core.Search;
using Kept.Web.House;

namespace Kept.Web.Features.Search;

/// <summary>What was found, best first.</summary>
public sealed record SearchList(IReadOnlyList<SearchHit> Items, int Total, long Entry, DateOnly At, string Q) : ListShape<SearchHit>(Items, Total, Entry, At)
{
    /// <summary>Whether every record found has all that was asked for; if not, no record has.</summary>
    public required bool AllWords { get; init; }

    /// <summary>Words that were looked for besides those typed.</summary>
    public required IReadOnlyList<string> AlsoLookedFor { get; init; }

    /// <summary>A search near this one that finds something, where a word is in no record.</summary>
    public string? DidYouMean { get; init; }
    public required SearchFacets Facets { get; init; }

    public static (SearchList? List, Problem? Problem) Of(HttpContext http, Reading reading)
    {
        var (filter, problem) = SearchFilter.Read(http.Request.Query, reading.View, forPage: false);
        return problem is null ? (Of(http, reading, filter!), null) : (null, problem);
    }

    /// <summary>What a filter finds; <paramref name="take"/> of it from <paramref name="skip"/> on, with the whole total.</summary>
    public static SearchList Of(HttpContext http, Reading reading, SearchFilter filter, int skip = 0, int take = int.MaxValue)
    {
        var (view, finder) = (reading.View, http.RequestServices.GetRequiredService<Finder>());
        var query = ReadQuery.Of(filter.Q, view.Aside());
        var found = finder.Find(view, query, filter.Chosen, skip, take);
        var excerpt = new Excerpt(found.Roots);
        var hits = found.Items.Select(i => SearchHit.Of(view, i.Key, excerpt)).OfType<SearchHit>().ToList();
        return new(hits, found.Total, view.Entry, reading.At, filter.Q)
        {
            Known = reading.Asked.Known,
            AllWords = found.HasAll,
            AlsoLookedFor = [.. query.AlsoLookedFor],
            DidYouMean = finder.Suggest(view, query)?.Text,
            Facets = SearchFacets.Of(view.Aside(), found),
        };
    }
}

/// <summary>How many there would be of each value, chosen instead of the others of its name.</summary>
public sealed record SearchFacets(IReadOnlyList<SearchFacet> Kind, IReadOnlyList<SearchFacet> Area, IReadOnlyList<SearchFacet> Body)
{
    public static SearchFacets Of(View view, Found found)
    {
        return new(
            Of(Facet.Kind, kind => Words.Capital(KindWords.Many(kind))), Of(Facet.Area, id => Names.Area(view, id).Title),
            Of(Facet.Body, id => Names.Organisation(view, id).Name));

        List<SearchFacet> Of(string name, Func<string, string> say) =>
            [.. found.Facets.Where(f => f.Facet.Name == name).Select(f => new SearchFacet(f.Facet.Value, say(f.Facet.Value), f.Count))];
    }
}

/// <summary>A value that what was found may be narrowed to.</summary>
public sealed record SearchFacet(string Value, string Title, int Count);
