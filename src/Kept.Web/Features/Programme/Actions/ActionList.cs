using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Actions;

/// <summary>The actions of a plan, in its order, as they stood on the date asked for.</summary>
public static class ActionList
{
    public static (ListShape<ActionItem>? List, Problem? Problem) Of(HttpContext http, Reading reading) =>
        Of(reading, (string)http.GetRouteValue("plan")!) is { } list ? (list, null) : (null, Problem.NoSuchPage());

    /// <summary>Null for a plan that never was; empty where it had no actions on the date.</summary>
    public static ListShape<ActionItem>? Of(Reading reading, string plan) =>
        reading.View.Newest(RecordKey.Of<Plan>(plan)) is null ? null : Lists.Of(ActionItem.All(reading.View, plan), reading);
}
