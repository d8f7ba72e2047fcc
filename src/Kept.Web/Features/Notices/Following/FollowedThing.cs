using Kept.Core.Notices;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Search;
using Kept.Web.Features.Evidence;
using Kept.Web.Features.Search;
using Kept.Web.House;
using Microsoft.AspNetCore.WebUtilities;

namespace Kept.Web.Features.Notices.Following;

/// <summary>Something that can be followed, as a reader knows it.</summary>
/// <param name="Kind">"action", "search" and so on.</param>
public sealed record FollowedThing(Followed What, string Kind, string Title, string Url)
{
    /// <summary>Action “Youth justice”.</summary>
    public string Words => $"{House.Words.Capital(Kind)} “{Title}”";

    /// <summary>What is at an address of this site; null when that is nothing one can follow.</summary>
    public static FollowedThing? At(View view, string? address)
    {
        var parts = (address ?? "").Split('?', 2);
        return parts[0].Split('/') switch
        {
            ["", "search"] when parts.Length == 2 => Search(view, parts[1]),
            ["", "plans", _, "actions", var id] => Of(view, new(FollowedKind.Action, id)),
            ["", "plans", _, var id] => Of(view, new(FollowedKind.Area, id)),
            ["", "organisations", var id] => Of(view, new(FollowedKind.Body, id)),
            ["", "places", var id] => Of(view, new(FollowedKind.Place, id)),
            _ => null,
        };
    }

    /// <summary>What somebody follows; null when the record holds it no more.</summary>
    public static FollowedThing? Of(View view, Followed what)
    {
        if (what.Kind == FollowedKind.Search) return Search(view, what.Id);
        var key = what.Kind switch
        {
            FollowedKind.Action => RecordKey.Of<PlanAction>(what.Id),
            FollowedKind.Area => RecordKey.Of<PriorityArea>(what.Id),
            FollowedKind.Body => RecordKey.Of<Organisation>(what.Id),
            _ => RecordKey.Of<Place>(what.Id),
        };
        return RecordPage.Of(view, key) is { } page ? new(what, KindWords.One(key.Kind), page.Title, page.Url) : null;
    }

    /// <summary>The records that a search finds now, or that say what it looks for from a later day.</summary>
    public static IReadOnlySet<RecordKey> Found(Finder finder, View view, string query)
    {
        if (Read(view, query) is not { } filter) return new HashSet<RecordKey>();
        var found = finder.Find(view, ReadQuery.Of(filter.Q, view), [.. filter.Chosen], 0, int.MaxValue);
        // Where no record has all the words, search shows those with some: that is help for a reader who looks, and no news.
        return found.HasAll ? found.Items.Select(f => f.Key).ToHashSet() : new HashSet<RecordKey>();
    }

    private static FollowedThing? Search(View view, string query) =>
        Read(view, query) is { } filter && filter.Path("", filter.Chosen)[1..] is { Length: <= 1_000 } canonical
            ? new(new(FollowedKind.Search, canonical), "search", filter.Q, "/search?" + canonical) : null;

    private static SearchFilter? Read(View view, string query)
    {
        var (filter, _) = SearchFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), view, forPage: true);
        return filter is { Q.Length: > 0 } ? filter : null;
    }
}
