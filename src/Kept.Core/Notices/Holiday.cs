using Kept.Core.Foundation;

namespace Kept.Core.Notices;

/// <summary>Days on which nobody is expected to answer: a bank holiday, or the weeks schools are shut.</summary>
public sealed class Holiday
{
    public string Id { get; init; } = RandomId.Next();

    public required string Name { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }

    public required string MadeBy { get; init; }

    public required DateTimeOffset Made { get; init; }

    public string? TakenOutBy { get; set; }

    public DateTimeOffset? TakenOut { get; set; }

    public Period Days => new(From, To);
}
