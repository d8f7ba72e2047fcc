using Kept.Core.Programme;
using Kept.Design.Charts;
using Kept.Design.Lists;
using Kept.Web.Features.Programme.Actions;
using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Connections;

/// <summary>What hangs together: links between actions, whole or around one action or body.</summary>
public sealed class IndexModel : PublicPage
{
    private const int Readable = 60;

    public ConnectionFilter Filter { get; private set; } = null!;
    public ConnectionList List { get; private set; } = null!;
    public IReadOnlyList<FilterOption> Strengths { get; private set; } = [];
    public IReadOnlyList<FilterOption> Areas { get; private set; } = [];
    public IReadOnlyList<FilterOption> Actions { get; private set; } = [];

    public IActionResult OnGet()
    {
        var (filter, problem) = ConnectionFilter.Read(Request.Query, Record);
        if (problem is not null) return new ProblemResult(problem);
        Filter = filter!;
        List = ConnectionList.Of(Reading, Filter);
        var all = Filter.IsEmpty ? List : ConnectionList.Of(Reading, ConnectionFilter.None);
        Strengths = [.. ConnectionFilter.Strengths.Select(s => new FilterOption(s, LinkShape.Say(s), all.Items.Count(l => l.Strength == s), Filter.Asks("strength", s), LinkPicture.Line(ConnectionPicture.Stroke(s))))];
        Areas = [.. Record.All<PriorityArea>().OrderBy(a => a.Body.Order).Select(a => new FilterOption(a.Id, a.Body.Title, null, Filter.Asks("area", a.Id)))];
        Actions = [.. Record.All<PlanAction>().OrderBy(a => a.Body.Order).Select(a => new FilterOption(a.Id, a.Body.Title, all.Items.Count(l => l.From == a.Id || l.To == a.Id), Filter.Asks("action", a.Id)))];
        return Page();
    }

    public IReadOnlyList<string> Bodies => Filter.Values("body");

    /// <summary>The one action in whose neighbourhood the page stands; null for none or several.</summary>
    public string? Around => Bodies.Count == 0 && Filter.Values("action") is [var action] && Record.Find<PlanAction>(action) is not null ? action : null;

    public ConnectionPicture Picture =>
        Bodies.Count > 0 ? ConnectionPicture.OfBody(Reading, Bodies, List.Parts)
        : Around is { } action ? ConnectionPicture.Around(Reading, action, List.Items)
        : ConnectionPicture.Whole(Reading, List.Items);

    /// <summary>So much that the list reads better: it then comes first.</summary>
    public bool ListFirst => Picture.Nodes > Readable;

    public string Heading =>
        Bodies.Count > 0 ? "Connections of " + Words.And([.. Bodies.Select(b => Names.Organisation(Record, b).Name)])
        : Around is { } action ? "Connections of " + Names.Action(Record, action).Title : "Connections";

    public string Download(string extension) => Reading.Link(Filter.Address(ConnectionLinks.All + extension));
}
