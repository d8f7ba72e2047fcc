using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Search;
using Kept.Web.House;

namespace Kept.Web.Features.Search;

/// <summary>What is looked for, and what it is narrowed by: several values of one name mean or, different names mean and.</summary>
/// <param name="Q">The words as typed.</param>
/// <param name="Chosen">The values chosen, in the order of the address.</param>
public sealed record SearchFilter(string Q, IReadOnlyList<Facet> Chosen)
{
    /// <summary>The most letters a search may have.</summary>
    public const int Longest = 200;

    /// <summary>Reads a query; <paramref name="forPage"/> allows what only a page has: its number, and grouping.</summary>
    public static (SearchFilter? Filter, Problem? Problem) Read(IQueryCollection query, View view, bool forPage)
    {
        foreach (var name in query.Keys)
            if (name is not ("at" or "known" or "q") && !Facet.Names.Contains(name, StringComparer.Ordinal) && !(forPage && name is "page" or "group"))
                return (null, Problem.BadRequest("That is not part of a search", "A search has words, and may be narrowed to kinds of record, priority areas and bodies.", Cut(name), query[name].ToString(), "q, kind, area or body"));
        if (forPage && query["group"] is [{ Length: > 0 } group] && group != Facet.Kind)
            return (null, Problem.BadRequest("That cannot be grouped by", "What is found is in order of how well it fits, or grouped by kind.", "group", group, Facet.Kind));
        var q = string.Join(' ', query["q"].Where(v => v is not null)).Trim();
        if (q.Length > Longest)
            return (null, Problem.BadRequest("That search is too long", $"It has {q.Length} letters. Kept looks for up to {Longest}.", "q", q, "a few words, such as: brothers sisters"));
        var chosen = Facet.Names.SelectMany(n => query[n].Where(v => !string.IsNullOrEmpty(v)).Select(v => new Facet(n, v!))).Distinct().ToList();
        foreach (var facet in chosen)
            if (!IsKnown(facet, view))
                return (null, Problem.BadRequest("That cannot be narrowed by", $"There is no {Said(facet.Name)} \"{Cut(facet.Value)}\".", facet.Name, facet.Value, Expected(facet.Name)));
        return (new(q, chosen), null);
    }

    /// <summary>The address of a search with other values chosen.</summary>
    public string Address(IEnumerable<Facet> chosen, string more = "") => Path("/search", chosen) + more;

    /// <summary>The address of this search in another form, such as "/search.csv".</summary>
    public string Path(string path, IEnumerable<Facet> chosen) =>
        $"{path}?q={Uri.EscapeDataString(Q)}{string.Concat(chosen.Select(f => $"&{f.Name}={Uri.EscapeDataString(f.Value)}"))}";

    private static bool IsKnown(Facet facet, View view) => facet.Name switch
    {
        Facet.Kind => RecordKinds.TypeOf(facet.Value) is not null,
        Facet.Area => view.Newest(RecordKey.Of<PriorityArea>(facet.Value)) is not null,
        _ => view.Newest(RecordKey.Of<Organisation>(facet.Value)) is not null,
    };

    private static string Said(string name) => name switch { Facet.Kind => "kind of record", Facet.Area => "priority area", _ => "body" };

    private static string Expected(string name) => name switch
    {
        Facet.Kind => "a kind such as action, commitment or organisation",
        Facet.Area => "the id of a priority area, such as a-good-childhood",
        _ => "the id of an organisation, such as scottish-government",
    };

    private static string Cut(string text) => text.Length <= 60 ? text : text[..60] + "...";
}
