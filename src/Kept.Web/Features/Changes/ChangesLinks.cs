namespace Kept.Web.Features.Changes;

/// <summary>The addresses of changes.</summary>
public static class ChangesLinks
{
    public const string Changes = "/changes";
    public const string Corrections = "/corrections";
    public const string Feed = "/changes.atom";

    /// <summary>What one Act did, by the number of its last entry.</summary>
    public static string Act(long entry) => FormattableString.Invariant($"/changes?act={entry}");
}
