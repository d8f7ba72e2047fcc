namespace Kept.Core.Workroom;

/// <summary>A key with which forms and cookies are signed, shared by every node and kept by every backup.</summary>
public sealed class DataKey
{
    public long Id { get; init; }

    public required string Name { get; init; }

    public required string Xml { get; init; }
}
