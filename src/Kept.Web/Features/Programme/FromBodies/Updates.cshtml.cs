using System.Globalization;
using Kept.Core.Programme;
using Kept.Design.Lists;
using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Programme.FromBodies;

/// <summary>What bodies say: every update that was accepted, newest first.</summary>
public sealed class UpdatesModel : PublicPage
{
    private const int PageSize = 50;

    public UpdateFilter Filter { get; private set; } = null!;

    public IReadOnlyList<UpdateShape> Found { get; private set; } = [];

    public PageWindow Window { get; private set; } = null!;

    private IReadOnlyList<UpdateShape> All { get; set; } = [];

    /// <summary>Whether any body has said anything by the day that is shown.</summary>
    public bool IsAnythingSaid => All.Count > 0;

    public IActionResult OnGet()
    {
        var (filter, problem) = UpdateFilter.Read(Request.Query, Record);
        if (problem is not null) return new ProblemResult(problem);
        Filter = filter!;
        All = UpdateList.All(Record);
        Found = [.. All.Where(Filter.Takes)];
        var asked = Request.Query["page"].ToString();
        var page = asked.Length == 0 ? 1 : int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (!PageWindow.Has(Found.Count, PageSize, page))
            return new ProblemResult(Problem.BadRequest("There is no such page of this list", $"The list has {Words.Counted(Found.Count, "update", "updates")}.", "page", asked, "a whole number from 1"));
        Window = new PageWindow(Found.Count, PageSize, page);
        return Page();
    }

    public IReadOnlyList<FilterOption> Reports =>
        [.. StatutoryReports.Ids.Select(r => new FilterOption(r, StatutoryReports.Label(r), All.Count(u => u.Reports.Contains(r, StringComparer.Ordinal)), Filter.Asks("report", r)))];

    public IReadOnlyList<FilterOption> Areas =>
        [.. Record.All<PriorityArea>().OrderBy(a => a.Body.Order).Select(a => new FilterOption(a.Id, a.Body.Title, All.Count(u => u.Areas.Any(x => x.Id == a.Id)), Filter.Asks("area", a.Id)))];

    public IReadOnlyList<FilterOption> Actions =>
        [.. Record.All<PlanAction>().OrderBy(a => a.Body.Title, StringComparer.Ordinal).Select(a => new FilterOption(a.Id, a.Body.Title, null, Filter.Asks("action", a.Id)))];

    /// <summary>The bodies that have said something.</summary>
    public IReadOnlyList<FilterOption> Bodies =>
        [.. All.Select(u => u.Body).DistinctBy(b => b.Id, StringComparer.Ordinal).OrderBy(b => b.Name, StringComparer.OrdinalIgnoreCase).Select(b => new FilterOption(b.Id, b.Name, null, Filter.Asks("body", b.Id)))];

    public string PageAddress(int page) => Reading.Link($"{ProgrammeLinks.Updates}?{Filter.Query}{(Filter.Query.Length > 0 ? "&" : "")}page={page}");

    public string Download(string extension) => Reading.Link(ProgrammeLinks.Updates + extension + (Filter.Query.Length > 0 ? "?" + Filter.Query : ""));
}
