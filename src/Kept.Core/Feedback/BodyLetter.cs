namespace Kept.Core.Feedback;

/// <summary>When a body was last written to, and what the record held then.</summary>
public sealed class BodyLetter
{
    public required string Body { get; init; }

    public required DateTimeOffset At { get; set; }

    /// <summary>The newest entry by then.</summary>
    public required long Entry { get; set; }
}
