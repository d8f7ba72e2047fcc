namespace Kept.Core.Search;

/// <summary>What a record is among what may be found: what was promised comes before what others are and do.</summary>
public enum Standing
{
    /// <summary>A record with a page of its own.</summary>
    Page = 0,

    /// <summary>A plan, a part of one, or an action of it.</summary>
    Promise = 1,

    /// <summary>A line on the page of another record.</summary>
    Line = 2,
}
