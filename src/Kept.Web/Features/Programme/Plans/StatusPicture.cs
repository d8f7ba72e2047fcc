using Kept.Core.Assessments;
using Kept.Core.Foundation;
using Kept.Design.Charts;
using Kept.Web.Features.Programme.Actions;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Plans;

/// <summary>The status picture as a file that can leave the site, with its date and its words in it.</summary>
public static class StatusPicture
{
    public const string Path = "/status-picture.svg";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, (Delegate)((HttpContext http) =>
        {
            http.Response.ContentType = "image/svg+xml; charset=utf-8";
            return http.Response.WriteAsync(Draw(http.Reading()), http.RequestAborted);
        })).ExcludeFromDescription();

    public static string Draw(Reading reading)
    {
        var pictures = PlanPicture.All(reading.View);
        var rows = pictures.SelectMany(p => p.Strips).Select(s => new ClothRow(s.Area.Title, [.. s.Actions.Select(Patch)]));
        return StatusCloth.Document(new ClothPicture("Is it enough?", Summary(reading, pictures), Note(reading), [.. rows]));
    }

    private static ClothPatch Patch(ActionItem a) => new(a.Title, Categories.ShortLabel(a.Assessment.Category), ActionMarks.Of(a.Assessment.Category));

    private static string Summary(Reading reading, IReadOnlyList<PlanPicture> pictures) => pictures.Count == 0
        ? $"On {Dates.Long(reading.At)} this record held no action of a plan."
        : string.Join(' ', pictures.Select(p =>
            $"{p.Plan.Title}: {ActionMarks.Sum([.. p.Actions])}, of {p.Total} actions. {PlanAnswer.When(p, reading.At)}"));

    private static string Note(Reading reading) =>
        "Threads that run down are what was promised; threads across are the work so far. Underway does not mean done, or fast. " +
        $"{Frame.Programme(reading)?.Title ?? "Kept"}, as the record stood on {Dates.Long(reading.At)}" +
        (reading.Asked.Known is { } known ? $", with what was known on {Dates.Long(known)}" : "") + $", entry {reading.View.Entry}.";
}
