using Kept.Core.Organisations;
using Kept.Core.Records;

namespace Kept.Core.Programme;

/// <summary>The programme asked bodies how something stands. Only after this can a body be said not to have answered.</summary>
[Kind("request")]
public sealed record UpdateRequest : RecordBody
{
    /// <summary>The record it is about, as "commitment/sssc-codes-review".</summary>
    public required string Of { get; init; }

    /// <summary>The organisations that were asked.</summary>
    public IReadOnlyList<string> Bodies { get; init; } = [];

    /// <summary>The last day for an answer.</summary>
    public DateOnly AnswerBy { get; init; }

    public override IEnumerable<RecordKey> References() => [RecordKey.Parse(Of), .. Bodies.Select(RecordKey.Of<Organisation>)];
}
