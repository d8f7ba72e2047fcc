using Kept.Core.Connections;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.Features.Programme.Actions;
using Kept.Web.House;

namespace Kept.Web.Features.Connections;

/// <summary>The links asked for, by the order of the plan; and around a body, who has a part in which of its actions.</summary>
public sealed record ConnectionList(
    IReadOnlyList<LinkShape> Items, int Total, long Entry, DateOnly At, int Explicit, int Named, int Implied, IReadOnlyList<PartShape> Parts)
    : ListShape<LinkShape>(Items, Total, Entry, At)
{
    public static (ConnectionList? List, Problem? Problem) Of(HttpContext http, Reading reading)
    {
        var (filter, problem) = ConnectionFilter.Read(http.Request.Query, reading.View);
        return problem is null ? (Of(reading, filter!), null) : (null, problem);
    }

    public static ConnectionList Of(Reading reading, ConnectionFilter filter)
    {
        var view = reading.View;
        var parts = PartShape.Around(view, filter.Values("body"));
        var actions = parts.Select(p => p.Action).ToHashSet(StringComparer.Ordinal);
        var items = view.All<Link>().Where(l => filter.Takes(view, l.Body, actions)).OrderBy(l => Order(view, l.Body)).Select(l => LinkShape.Of(view, l)).ToList();
        return new(items, items.Count, view.Entry, reading.At, Count(items, "explicit"), Count(items, "named"), Count(items, "implied"), parts) { Known = reading.Asked.Known };
    }

    private static int Count(IEnumerable<LinkShape> links, string strength) => links.Count(l => l.Strength == strength);

    private static (int, int) Order(View view, Link link) =>
        (view.Find<PlanAction>(link.From)?.Body.Order ?? int.MaxValue, Array.IndexOf([.. ConnectionFilter.Strengths], link.Strength));
}
