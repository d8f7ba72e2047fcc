using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Design.Lists;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Commitments;

/// <summary>The choices beside the ledger, each with how many of all commitments it takes; "not stated" always among them.</summary>
public sealed class CommitmentFacets(Reading reading, CommitmentFilter filter)
{
    private readonly List<Version<Commitment>> _all = [.. reading.View.All<Commitment>()];

    public IReadOnlyList<FilterOption> Statuses =>
        [.. CommitmentStatuses.Ids.Select(s => Option("status", s, CommitmentStatuses.Label(s), c => c.Body.Status == s, CommitmentMarks.Of(s)))];

    public IReadOnlyList<FilterOption> Areas =>
        [.. reading.View.All<PriorityArea>().OrderBy(a => a.Body.Order).Select(a => Option("area", a.Id, a.Body.Title, c => ActionsOf(c).Any(x => x.Area == a.Id)))];

    public IReadOnlyList<FilterOption> Bodies =>
    [
        .. _all.SelectMany(c => c.Body.Who).Distinct(StringComparer.Ordinal)
            .Select(o => Option("body", o, Names.Organisation(reading.View, o).Name, c => c.Body.Who.Contains(o, StringComparer.Ordinal)))
            .OrderByDescending(o => o.Count).ThenBy(o => o.Words, StringComparer.Ordinal),
        Option("body", Unknowns.NotStated, "Nobody is named", c => c.Body.Who.Count == 0, unknown: true),
    ];

    public IReadOnlyList<FilterOption> Dues =>
    [
        Option("due", "passed", "Date passed, nothing heard", c => reading.View.PassedWithNothingHeard(c).Any()),
        Option("due", "moved", "Date moved", c => DateMove.Of(reading.View, c.Key).Any(m => !m.IsCorrection)),
        .. _all.SelectMany(c => c.Body.Due).Select(d => d.End?.Year).OfType<int>().Distinct().Order().Select(Year),
        Option("due", Unknowns.NotStated, "No date stated", c => c.Body.Due.Count == 0, unknown: true),
    ];

    public IReadOnlyList<FilterOption> Amounts =>
    [
        Option("amount", "stated", "A sum is stated", c => c.Body.Amounts.Count > 0),
        Option("amount", Unknowns.NotStated, "No sum stated", c => c.Body.Amounts.Count == 0, unknown: true),
    ];

    /// <summary>Every filter chosen, in words, with the address of the list without it.</summary>
    public IEnumerable<FilterOption> Chosen => Statuses.Concat(Areas).Concat(Bodies).Concat(Dues).Concat(Amounts).Where(o => o.Chosen);

    private FilterOption Year(int year) =>
        Option("due", year.ToString(System.Globalization.CultureInfo.InvariantCulture), $"Ends in {year}", c => c.Body.Due.Any(d => d.End?.Year == year));

    private FilterOption Option(string name, string value, string words, Func<Version<Commitment>, bool> takes, Microsoft.AspNetCore.Html.IHtmlContent? mark = null, bool unknown = false) =>
        new(value, words, _all.Count(takes), filter.Asks(name, value), mark, unknown);

    private IEnumerable<PlanAction> ActionsOf(Version<Commitment> c) => c.Body.Actions.Select(a => reading.View.Find<PlanAction>(a)?.Body).OfType<PlanAction>();
}
