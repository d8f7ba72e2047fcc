namespace Kept.Core.Workroom;

/// <summary>One key of ASP.NET Core's data protection, as the XML it makes.</summary>
public sealed class ProtectionKey
{
    public long Id { get; init; }

    public required string Name { get; init; }

    public required string Xml { get; init; }
}
