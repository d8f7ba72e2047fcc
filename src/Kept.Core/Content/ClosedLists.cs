using Kept.Core.Assessments;
using Kept.Core.Connections;
using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Programme;

namespace Kept.Core.Content;

/// <summary>Fields that hold one of a few words.</summary>
internal static class ClosedLists
{
    private static readonly Dictionary<(Type, string), IReadOnlyList<string>> Words = new()
    {
        [(typeof(Lead), nameof(Lead.Role))] = [.. Roles.All],
        [(typeof(Commitment), nameof(Commitment.Status))] = CommitmentStatuses.Ids,
        [(typeof(PrintedCommitment), nameof(PrintedCommitment.Status))] = CommitmentStatuses.Ids,
        [(typeof(PrintedCommitment), nameof(PrintedCommitment.Form))] = ["bullet", "paragraph"],
        [(typeof(Update), nameof(Update.Status))] = CommitmentStatuses.Ids,
        [(typeof(Update), nameof(Update.Reports))] = StatutoryReports.Ids,
        [(typeof(Assessment), nameof(Assessment.Category))] = Categories.Ids,
        [(typeof(Link), nameof(Link.Strength))] = ["explicit", "named", "implied"],
        [(typeof(Link), nameof(Link.ToKind))] = ["action", "area"],
        [(typeof(Place), nameof(Place.Kind))] = ["council", "health-board", "integration-authority"],
        [(typeof(Due), nameof(Due.Kind))] = ["due", "past", "funding-period", "period", "open", "context"],
        [(typeof(Due), nameof(Due.Qualifier))] = Qualifiers.All,
    };

    public static IReadOnlyList<string>? Of(Type owner, string property) => Words.GetValueOrDefault((owner, property));
}
