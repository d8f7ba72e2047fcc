using Kept.Core.Feedback;

namespace Kept.Web.Features.Feedback;

/// <summary>Addresses of what bodies send and of what becomes of it.</summary>
public static class FeedbackLinks
{
    public const string Queue = "/work/queue";
    public const string Ask = "/work/ask";
    public const string ByReference = "/work/reference";

    public const string Meetings = "/work/meetings";
    public const string RecordMeeting = "/work/record-meeting";
    public const string Coverage = "/work/coverage";
    public const string Enter = "/work/enter";

    public static string Meeting(string id) => Meetings + "/" + id;

    public static string ChangeMeeting(string id) => RecordMeeting + "/" + id;

    public static string Body(string body) => "/work/bodies/" + body;

    public static string Write(string body, ContributionKind kind, string? about = null) =>
        $"{Body(body)}/write/{NameOf(kind)}" + (about is null ? "" : "?about=" + Uri.EscapeDataString(about));

    public static string Contribution(string id) => "/work/contributions/" + id;

    public static string Files(string id) => Contribution(id) + "/files";

    public static string Edit(string id) => Contribution(id) + "/edit";

    public static string Decide(string id) => Queue + "/" + id;

    public static string StillTrue(string word) => "/work/still-true/" + word;

    public static string NameOf(ContributionKind kind) => kind switch
    {
        ContributionKind.Commitment => "commitment",
        ContributionKind.Correction => "correction",
        _ => "update",
    };

    public static ContributionKind? KindNamed(string name) => name switch
    {
        "update" => ContributionKind.Update,
        "commitment" => ContributionKind.Commitment,
        "correction" => ContributionKind.Correction,
        _ => null,
    };
}
