using System.Globalization;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Design.Lists;
using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Changes;

/// <summary>What changed: every Act, newest first; or what differs between two days.</summary>
public sealed class IndexModel : PublicPage
{
    private const int ActsOnAPage = 20;
    private const int EntriesOnAPage = 100;

    /// <summary>An Act of more entries than this is one line that can be opened.</summary>
    private const int MostRows = 12;

    public ChangeFilter Filter { get; private set; } = null!;
    public DifferenceShape? Difference { get; private set; }
    public IReadOnlyList<ActOfChanges> Acts { get; private set; } = [];
    public int Total { get; private set; }
    public PageWindow Window { get; private set; } = null!;

    /// <summary>Whether single Acts were asked for, so that their entries are shown one by one.</summary>
    public bool IsOpened => Filter.Acts.Count > 0;

    public IActionResult OnGet()
    {
        if (DifferenceShape.IsAsked(Request.Query))
        {
            var (difference, wrong) = DifferenceShape.Of(HttpContext, Reading);
            if (wrong is not null) return new ProblemResult(wrong);
            Difference = difference;
            return Page();
        }
        var (filter, problem) = ChangeFilter.Read(Request.Query, Record);
        if (problem is not null) return new ProblemResult(problem);
        Filter = filter!;
        var versions = ChangeList.Versions(Reading, Filter);
        Total = versions.Count;
        var acts = ActOfChanges.Of(versions);
        var (all, size) = IsOpened ? (Total, EntriesOnAPage) : (acts.Count, ActsOnAPage);
        var asked = Request.Query["page"].ToString();
        var page = asked.Length == 0 ? 1 : int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (!PageWindow.Has(all, size, page))
            return new ProblemResult(Problem.BadRequest("There is no such page of this list", $"The list has {all} {(IsOpened ? "entries" : "updates")}.", "page", asked, "a whole number from 1"));
        Window = new PageWindow(all, size, page);
        Acts = IsOpened ? ActOfChanges.Of(versions.Skip(Window.Skip).Take(Window.Size)) : [.. acts.Skip(Window.Skip).Take(Window.Size)];
        return Page();
    }

    public bool IsShown(ActOfChanges act) => IsOpened || act.Versions.Count <= MostRows;

    public ChangeShape Shape(RecordVersion version) => ChangeShape.Of(Record, version);

    public IReadOnlyList<FilterOption> Kinds =>
        [.. Record.Snapshot.Kinds.OrderBy(KindWords.Place).Select(k => new FilterOption(k, Words.Capital(KindWords.Many(k)), null, Filter.Asks("kind", k)))];

    public IReadOnlyList<FilterOption> Areas =>
        [.. Record.All<PriorityArea>().OrderBy(a => a.Body.Order).Select(a => new FilterOption(a.Id, a.Body.Title, null, Filter.Asks("area", a.Id)))];

    public IReadOnlyList<FilterOption> Actions =>
        [.. Record.All<PlanAction>().OrderBy(a => a.Body.Title, StringComparer.Ordinal).Select(a => new FilterOption(a.Id, a.Body.Title, null, Filter.Asks("action", a.Id)))];

    public IReadOnlyList<FilterOption> Bodies =>
        [.. Record.All<Organisation>().OrderBy(o => o.Body.Name, StringComparer.Ordinal).Select(o => new FilterOption(o.Id, o.Body.Name, null, Filter.Asks("body", o.Id)))];

    public string PageAddress(int page) => Reading.Link($"{ChangesLinks.Changes}?{Filter.Query}{(Filter.Query.Length > 0 ? "&" : "")}page={page}");

    public string Download(string extension) => Reading.Link(ChangesLinks.Changes + extension + (Filter.Query.Length > 0 ? "?" + Filter.Query : ""));
}
