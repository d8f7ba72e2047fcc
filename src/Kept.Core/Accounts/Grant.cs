namespace Kept.Core.Accounts;

/// <summary>One role of one person: for the whole programme, for a body, or for a place.</summary>
public sealed class Grant
{
    public long Id { get; init; }

    public required string AccountId { get; init; }

    public required Role Role { get; init; }

    /// <summary>The id of the organisation it is for; null for the programme or a place.</summary>
    public string? Body { get; init; }

    /// <summary>The code of the place it is for; null for the programme or a body.</summary>
    public string? Place { get; init; }

    /// <summary>The account that gave it, or "operator" for the command line.</summary>
    public required string GivenBy { get; init; }

    public required DateTimeOffset Given { get; init; }
}
