namespace Kept.Core.Workroom;

/// <summary>A backup that was made and checked, so that an operator can be told when the last one was.</summary>
public sealed class BackupMade
{
    public long Id { get; init; }

    public required DateTimeOffset Made { get; init; }

    /// <summary>The last entry in it.</summary>
    public required long Entry { get; init; }

    /// <summary>The hash of that entry.</summary>
    public required string Hash { get; init; }

    public required long Bytes { get; init; }
}
