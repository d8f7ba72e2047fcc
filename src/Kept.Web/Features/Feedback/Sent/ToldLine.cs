using Kept.Core.Feedback;
using Kept.Core.Programme;

namespace Kept.Web.Features.Feedback.Sent;

/// <summary>What was written, line by line, with what each answers; and what an editor published in its place.</summary>
public sealed record ToldLine(string Label, string? Sent, string? Published)
{
    public bool Differs => Published is not null && Published != Sent;

    public static IReadOnlyList<ToldLine> Of(Told sent, Told? edited) =>
        [.. Labels.Select(l => new ToldLine(l.Label, l.Of(sent), edited is null ? null : l.Of(edited) ?? "")).Where(l => !string.IsNullOrEmpty(l.Sent) || !string.IsNullOrEmpty(l.Published))];

    private static readonly (string Label, Func<Told, string?> Of)[] Labels =
    [
        ("What is to be done", t => t.Promise),
        ("Words", t => t.Words),
        ("What is right", t => t.Right),
        ("In one word", t => t.Status is { } s ? CommitmentStatuses.Label(s) : null),
        ("Since", t => t.Since),
        ("New date", t => t.NewDate),
        ("Why it moves", t => t.WhyMoved),
        ("Evidence", t => t.Evidence.Count == 0 ? null : string.Join("\n", t.Evidence.Select(e => e.Address is null ? e.Text : $"{e.Text}: {e.Address}"))),
        ("Also for", t => t.Reports.Count == 0 ? null : string.Join("\n", t.Reports.Select(StatutoryReports.Label))),
    ];
}
