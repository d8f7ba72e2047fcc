using Kept.Core.Evidence;
using Kept.Core.Records;

namespace Kept.Core.Programme;

/// <summary>Something a later document says came of an action. It shows what happened, not that the action caused it.</summary>
[Kind("outcome")]
public sealed record Outcome : RecordBody
{
    public required string Action { get; init; }

    /// <summary>The id of the requirement it answers, where the source is that exact.</summary>
    public string? Requirement { get; init; }
    public required string Text { get; init; }
    public required Cite Source { get; init; }

    public override IEnumerable<RecordKey> References() => [RecordKey.Of<PlanAction>(Action), Source.Key];
}

/// <summary>Something a source states about a record that no field of the record holds, in our summary.</summary>
[Kind("statement")]
public sealed record Statement : RecordBody
{
    /// <summary>The record it is about, as "kind/id".</summary>
    public required string About { get; init; }

    /// <summary>What it belongs to on that record's page, such as "Criteria in 2021".</summary>
    public required string Topic { get; init; }
    public int Order { get; init; }
    public required string Text { get; init; }
    public Due? Due { get; init; }
    public Amount? Amount { get; init; }
    public required Cite Source { get; init; }

    public override IEnumerable<RecordKey> References() => [RecordKey.Parse(About), Source.Key];
}
