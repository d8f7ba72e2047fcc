using Kept.Core.Organisations;
using Kept.Core.Records;

namespace Kept.Web.Features.Organisations.Places;

/// <summary>Examples of local change. They stand by name or by nearness, never by rank.</summary>
public static class LocalExamples
{
    public static IReadOnlyList<ExampleShape> All(View view) =>
        [.. view.All<Example>().Select(e => ExampleShape.Of(view, e)).OrderBy(e => e.PlaceName, StringComparer.Ordinal)];

    /// <summary>Those of other places: neighbours first, then the rest, each by name.</summary>
    public static IReadOnlyList<ExampleShape> Elsewhere(View view, PlaceShape place)
    {
        var near = place.Neighbours.Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return [.. All(view).Where(e => e.Place != place.Gss).OrderByDescending(e => near.Contains(e.Place))];
    }
}
