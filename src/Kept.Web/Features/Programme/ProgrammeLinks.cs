using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Web.Features.Programme;

/// <summary>The addresses of the programme's records.</summary>
public static class ProgrammeLinks
{
    public const string Commitments = "/commitments";
    public const string Plans = "/plans";
    public const string Offers = "/offers";
    public const string Terms = "/terms";
    public const string Calendar = "/calendar";
    public const string Updates = "/updates";

    public static string Commitment(string id) => $"/commitments/{id}";

    public static string Plan(string id) => $"/plans/{id}";

    public static string Actions(string plan) => $"/plans/{plan}/actions";

    public static string Action(string plan, string id) => $"/plans/{plan}/actions/{id}";

    /// <summary>An action's address by its id alone; the plan is read from the record.</summary>
    public static string Action(View view, string id) =>
        Action((view.Find<PlanAction>(id)?.Body ?? view.Newest(RecordKey.Of<PlanAction>(id))?.Body as PlanAction)?.Plan ?? "plan", id);

    public static string Area(string plan, string id) => $"/plans/{plan}/{id}";

    /// <summary>An area's address by its id alone; the plan is read from the record.</summary>
    public static string Area(View view, string id) =>
        Area((view.Find<PriorityArea>(id)?.Body ?? view.Newest(RecordKey.Of<PriorityArea>(id))?.Body as PriorityArea)?.Plan ?? "plan", id);

    public static string Offer(string id) => $"/offers/{id}";

    public static string Scheme(string id) => $"/terms/{id}";

    /// <summary>A term's address; its record id is "scheme.term".</summary>
    public static string Term(string recordId) => $"/terms/{recordId.Replace('.', '/')}";
}
