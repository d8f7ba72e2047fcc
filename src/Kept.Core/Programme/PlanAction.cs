using Kept.Core.Evidence;
using Kept.Core.Organisations;
using Kept.Core.Records;

namespace Kept.Core.Programme;

/// <summary>An action of a plan: what is required, what was heard, who leads, what comes next.</summary>
[Kind("action")]
public sealed record PlanAction : RecordBody
{
    public required string Title { get; init; }
    public required string Plan { get; init; }
    public required string Area { get; init; }

    /// <summary>Its place in the plan, from 1.</summary>
    public int Order { get; init; }

    /// <summary>Where the plan's own index names it.</summary>
    public required Cite Source { get; init; }
    public IReadOnlyList<Requirement> Requirements { get; init; } = [];
    public IReadOnlyList<Point> Heard { get; init; } = [];
    public IReadOnlyList<Lead> Leads { get; init; } = [];

    /// <summary>What the source says of the kind of leadership.</summary>
    public string? LeadBasis { get; init; }
    public IReadOnlyList<NextStep> NextSteps { get; init; } = [];

    /// <summary>An outline timetable printed with the action.</summary>
    public IReadOnlyList<TimetableStep> Timetable { get; init; } = [];

    /// <summary>Further things the source says of the action, such as that nothing was committed.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    public override IEnumerable<RecordKey> References() =>
    [
        RecordKey.Of<Plan>(Plan), RecordKey.Of<PriorityArea>(Area), Source.Key,
        .. Leads.Select(l => RecordKey.Of<Organisation>(l.Organisation)),
        .. NextSteps.SelectMany(n => n.Who.Concat(n.With).Concat(n.WhoInferred)).Select(RecordKey.Of<Organisation>),
        .. Timetable.Where(t => t.Of is not null).Select(t => RecordKey.Of<Milestone>(t.Of!)),
    ];
}

/// <summary>Something the plan requires; <see cref="Parts"/> are its separable items where there are several.</summary>
public sealed record Requirement(string Id, int N, string Text, Cite Source)
{
    public IReadOnlyList<string> Parts { get; init; } = [];
}

/// <summary>One numbered point, in our summary.</summary>
public sealed record Point(string Id, int N, string Text, Cite Source);

/// <summary>A body with a part to play. <paramref name="Role"/> is from a closed list: see <see cref="Roles"/>.</summary>
public sealed record Lead(string Id, string Organisation, string Role, Cite Source)
{
    public string? Scope { get; init; }

    /// <summary>The words of the source where the role is not plain from the heading.</summary>
    public string? Wording { get; init; }
}

/// <summary>A next step. <see cref="Who"/> are bodies the text names as acting; an inferred reading is kept apart.</summary>
public sealed record NextStep(string Id, int N, string Text, Cite Source)
{
    public IReadOnlyList<string> Who { get; init; } = [];
    public IReadOnlyList<string> With { get; init; } = [];
    public IReadOnlyList<string> WhoInferred { get; init; } = [];
    public IReadOnlyList<Due> Due { get; init; } = [];
    public string? Note { get; init; }
}

/// <summary>A step of an outline timetable; <paramref name="Of"/> is the milestone it restates.</summary>
public sealed record TimetableStep(int Step, string Title, Due Due, string? Of, Cite Source);

/// <summary>A remark with its place in the source.</summary>
public sealed record Remark(string? Id, string Topic, string Text, Cite Source);
