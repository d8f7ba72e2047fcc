namespace Kept.Web.Tests.Faults;

internal enum Came
{
    /// <summary>Acknowledged, or read.</summary>
    Well,

    /// <summary>Said not to have been done.</summary>
    Failed,

    /// <summary>No answer, or one that nobody knows: done or not.</summary>
    Unknown,
}

/// <summary>One thing that a client asked: when it began and ended, of which record, and what came of it.</summary>
/// <param name="Version">The version written, or seen; 0 for none there.</param>
/// <param name="Words">What it says: every write has words of its own.</param>
internal sealed record Event(bool IsWrite, string Record, long Began, long Ended, Came Came, int Version, string Words);
