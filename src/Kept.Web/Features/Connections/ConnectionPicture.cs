using Kept.Core.Programme;
using Kept.Design.Charts;
using Kept.Web.Features.Organisations;
using Kept.Web.Features.Programme;
using Kept.Web.Features.Programme.Actions;
using Kept.Web.House;

namespace Kept.Web.Features.Connections;

/// <summary>What a picture of links shows. A place depends on the plan's own order alone, so links come and go and nothing moves.</summary>
public sealed record ConnectionPicture(string Label, IReadOnlyList<IReadOnlyList<LinkNode>> Columns, IReadOnlyList<LinkLine> Lines)
{
    public int Nodes => Columns.Sum(c => c.Count);

    public static LinkStroke Stroke(string strength) => strength switch
    {
        "explicit" or "role" => LinkStroke.Solid,
        "named" or "owner" => LinkStroke.Dashed,
        _ => LinkStroke.Dotted,
    };

    /// <summary>Every action under its priority area, in two columns in the order of the plans, with the links given.</summary>
    public static ConnectionPicture Whole(Reading reading, IReadOnlyList<LinkShape> links)
    {
        var view = reading.View;
        var areas = view.All<PriorityArea>().OrderBy(a => a.Body.Plan, StringComparer.Ordinal).ThenBy(a => a.Body.Order)
            .Select(a => (IReadOnlyList<LinkNode>)
            [
                new LinkNode("area/" + a.Id, a.Body.Title, reading.Link(ProgrammeLinks.Area(a.Body.Plan, a.Id)), Strong: true),
                .. view.All<PlanAction>().Where(x => x.Body.Area == a.Id).OrderBy(x => x.Body.Order)
                    .Select(x => new LinkNode("action/" + x.Id, x.Body.Title, reading.Link(ProgrammeLinks.Action(x.Body.Plan, x.Id)))),
            ]).ToList();
        var (left, right) = (new List<LinkNode>(), new List<LinkNode>());
        var all = areas.Sum(a => a.Count);
        foreach (var area in areas)
            (right.Count == 0 && (left.Count == 0 || left.Count + area.Count / 2 <= all / 2) ? left : right).AddRange(area);
        return new($"{links.Count} links between actions. Each name is a link to its page; the table below says the same.", [left, right],
            [.. links.Select(l => new LinkLine("action/" + l.From, $"{l.ToKind}/{l.To}", Stroke(l.Strength)))]);
    }

    /// <summary>One action in the middle: what leans on it at the left, what it leans on at the right.</summary>
    public static ConnectionPicture Around(Reading reading, string action, IEnumerable<LinkShape> links)
    {
        var view = reading.View;
        var touching = links.ToList();
        LinkNode Node(string side, string kind, string id) => new($"{side}/{kind}/{id}", LinkShape.Title(view, kind, id), reading.Link(LinkShape.Url(view, kind, id)));
        int Order(string kind, string id) => kind == "area" ? 0 : view.Find<PlanAction>(id)?.Body.Order ?? int.MaxValue;
        var incoming = touching.Where(l => l.From != action).OrderBy(l => Order("action", l.From)).ToList();
        var outgoing = touching.Where(l => l.From == action).OrderBy(l => Order(l.ToKind, l.To)).ToList();
        var here = new LinkNode("here", Names.Action(view, action).Title, null, Strong: true);
        return new(
            $"{here.Label}: {incoming.Count} lean on it, and it leans on {outgoing.Count}. Each name is a link; the list below says the same.",
            [[.. incoming.Select(l => Node("in", "action", l.From)).DistinctBy(n => n.Key, StringComparer.Ordinal)], [here], [.. outgoing.Select(l => Node("out", l.ToKind, l.To)).DistinctBy(n => n.Key, StringComparer.Ordinal)]],
            [
                .. incoming.Select(l => new LinkLine($"in/action/{l.From}", "here", Stroke(l.Strength))),
                .. outgoing.Select(l => new LinkLine("here", $"out/{l.ToKind}/{l.To}", Stroke(l.Strength))),
            ]);
    }

    /// <summary>The actions a body has a part in, and the bodies there: it comes first, the others beside the actions they are in.</summary>
    public static ConnectionPicture OfBody(Reading reading, IReadOnlyList<string> bodies, IReadOnlyList<PartShape> parts)
    {
        var actions = parts.Select(p => (p.Action, p.ActionTitle)).Distinct().ToList();
        var place = actions.Select((a, i) => (a.Action, i)).ToDictionary(a => a.Action, a => a.i, StringComparer.Ordinal);
        // A body stands beside the middle of its actions: one pass, so that a new part moves only the body that has it.
        var others = parts.GroupBy(p => (p.Body, p.BodyName)).OrderByDescending(g => bodies.Contains(g.Key.Body, StringComparer.Ordinal))
            .ThenBy(g => g.Average(p => place[p.Action])).ThenBy(g => g.Key.BodyName, StringComparer.Ordinal).Select(g => g.Key).ToList();
        return new(
            $"{actions.Count} actions and the {others.Count} bodies with a part in them. Each name is a link; the list says the same.",
            [
                [.. actions.Select(a => new LinkNode("action/" + a.Action, a.ActionTitle, reading.Link(ProgrammeLinks.Action(reading.View, a.Action))))],
                [.. others.Select(o => new LinkNode("body/" + o.Body, o.BodyName, reading.Link(OrganisationLinks.Organisation(o.Body)), Strong: bodies.Contains(o.Body, StringComparer.Ordinal)))],
            ],
            [.. parts.Select(p => new LinkLine("action/" + p.Action, "body/" + p.Body, Stroke(p.Part), Arrow: false))]);
    }
}
