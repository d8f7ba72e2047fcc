namespace Kept.Core.Records;

/// <summary>What an entry does to its record.</summary>
public enum EntryKind
{
    /// <summary>States what the record says from a date.</summary>
    Set,

    /// <summary>States that the record is no more from a date.</summary>
    Delete,

    /// <summary>States what the record should have said: an earlier entry was wrong.</summary>
    Correct,

    /// <summary>States that the body of an earlier entry was erased.</summary>
    Redact,
}
