namespace Kept.Core.Records;

/// <summary>
/// The body of one version of a record. Bodies are immutable and hold text, integers below 2^53, true or false, dates
/// as YYYY-MM-DD and decimals as strings. Absent and empty are the same: neither is stored.
/// </summary>
public abstract record RecordBody
{
    /// <summary>What the source says of the effective date where it prints no day, such as "about late June 2021".</summary>
    public string? EffectiveText { get; init; }

    /// <summary>The records this version names, so that a page can be found from what it points at.</summary>
    public virtual IEnumerable<RecordKey> References() => [];

    /// <summary>Ids this record was known by before, or is printed under: their addresses redirect here for ever.</summary>
    public virtual IEnumerable<string> OtherIds() => [];
}

/// <summary>The kind name of a record type in keys, addresses of data, and packs.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KindAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
