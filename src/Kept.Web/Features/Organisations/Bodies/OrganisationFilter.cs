using Kept.Core.Organisations;
using Kept.Core.Records;
using Kept.Design.Lists;
using Kept.Web.House;

namespace Kept.Web.Features.Organisations.Bodies;

/// <summary>Which bodies are asked for: by type, and by whether the programme's documents name them. Repeated types mean or.</summary>
public sealed class OrganisationFilter
{
    private readonly string[] _types;
    private readonly string[] _named;

    private OrganisationFilter(string[] types, string[] named) => (_types, _named) = (types, named);

    public bool IsEmpty => _types.Length + _named.Length == 0;

    /// <summary>The filter as a query, without dates; empty when nothing is asked.</summary>
    public string Query => string.Join('&', _types.Select(t => "type=" + Uri.EscapeDataString(t)).Concat(_named.Select(n => "named=" + n)));

    public static (OrganisationFilter? Filter, Problem? Problem) Read(IQueryCollection query, View view)
    {
        foreach (var name in query.Keys)
            if (name is not ("at" or "known" or "type" or "named"))
                return (null, Problem.BadRequest("That filter is not known", $"Organisations cannot be filtered by \"{Cut(name)}\".", Cut(name), query[name].ToString(), "type or named"));
        var (types, named) = (Values(query, "type"), Values(query, "named"));
        if (named.FirstOrDefault(n => n is not ("yes" or "no")) is { } neither)
            return (null, Problem.BadRequest("That filter value is not known", $"\"{Cut(neither)}\" does not say whether a body is named.", "named", neither, "yes or no"));
        var known = TypesOf(view);
        if (types.FirstOrDefault(t => !known.Contains(t)) is { } other)
            return (null, Problem.BadRequest("That filter value is not known", $"There is no type of organisation \"{Cut(other)}\".", "type", other, "one of " + string.Join(", ", known)));
        return (new(types, named), null);
    }

    public bool Takes(OrganisationShape body) =>
        (_types.Length == 0 || _types.Contains(body.Type, StringComparer.Ordinal)) && (_named.Length == 0 || _named.Contains(body.Named ? "yes" : "no", StringComparer.Ordinal));

    /// <summary>The types there are, most bodies first, each with how many of all it takes.</summary>
    public IReadOnlyList<FilterOption> Types(IReadOnlyList<OrganisationShape> all) =>
        [.. all.GroupBy(o => o.Type, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new FilterOption(g.Key, Words.Capital(g.Key), g.Count(), _types.Contains(g.Key, StringComparer.Ordinal)))];

    public IReadOnlyList<FilterOption> Namings(IReadOnlyList<OrganisationShape> all) =>
    [
        new("yes", "Named in the documents", all.Count(o => o.Named), _named.Contains("yes", StringComparer.Ordinal)),
        new("no", "Not named", all.Count(o => !o.Named), _named.Contains("no", StringComparer.Ordinal), Unknown: true),
    ];

    // Every version counts: a type that no body has any longer is still a good question of the past.
    private static SortedSet<string> TypesOf(View view)
    {
        var types = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var key in view.Keys(RecordKinds.NameOf<Organisation>()))
            for (var v = view.Newest(key); v is not null; v = v.Previous)
                if (v.Body is Organisation body) types.Add(body.Type);
        return types;
    }

    private static string[] Values(IQueryCollection query, string name) =>
        [.. query[name].Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!.Trim()).Distinct(StringComparer.Ordinal)];

    private static string Cut(string text) => text.Length <= 60 ? text : text[..60] + "...";
}
