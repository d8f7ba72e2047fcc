using Kept.Core.Feedback;
using Kept.Core.Programme;
using Kept.Design.Forms;

namespace Kept.Web.Features.Feedback.Writing;

/// <summary>What the fields of a form need: the page they stand on, what was typed, and what it is about.</summary>
/// <param name="Dates">The dates that could move; null where there can be none.</param>
public sealed record ToldFields(FeedbackPage Page, ToldForm Form, ContributionKind Kind, IReadOnlyList<Due>? Dates)
{
    /// <summary>How many lines of evidence the form shows.</summary>
    public int Lines => Math.Max(2, Form.Evidence.Count);

    public Question Ask(string field, string label, string? hint = null, bool optional = false) => Page.Ask("Told." + field, label, hint, optional);

    public ToldForm.EvidenceLine At(int line) => line < Form.Evidence.Count ? Form.Evidence[line] : new();

    public static IEnumerable<Answer> Statuses(string none) => [new("", none), .. CommitmentStatuses.Ids.Select(s => new Answer(s, CommitmentStatuses.Label(s)))];

    public static IEnumerable<Answer> Reports => StatutoryReports.Ids.Select(r => new Answer(r, StatutoryReports.Label(r)));

    public IEnumerable<Answer> WhichDate => (Dates ?? []).Select((d, i) => new Answer((i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), $"{d.Qualifier} {d.Text}"));
}
