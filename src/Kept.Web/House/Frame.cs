using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Web.House;

/// <summary>What stands around every page.</summary>
public static class Frame
{
    public sealed record MenuItem(string Words, string Href)
    {
        /// <summary>Whether a page of this path belongs under the item.</summary>
        public bool Holds(string path) => Href == "/" ? path == "/" : path == Href || path.StartsWith(Href + "/", StringComparison.Ordinal);
    }

    public static IReadOnlyList<MenuItem> Menu { get; } =
    [
        new("The programme", "/"), new("Plans", "/plans"), new("Commitments", "/commitments"), new("Calendar", "/calendar"), new("Connections", "/connections"), new("Organisations", "/organisations"),
        new("Places", "/places"), new("Changes", "/changes"), new("How we know", "/method"),
    ];

    /// <summary>The programme as in force, or as it is now where it was not yet.</summary>
    public static TheProgramme? Programme(Reading reading) => Programme(reading.View);

    public static TheProgramme? Programme(View view) =>
        view.All<TheProgramme>().FirstOrDefault().Body ?? view.On(DateOnly.MaxValue).All<TheProgramme>().FirstOrDefault().Body;
}
