namespace Kept.Web.House.Work;

/// <summary>Public addresses with a form on them, for people without an account. Everything else that is public can only be read.</summary>
public static class OpenForms
{
    public const string Follow = "/follow";
    public const string StopFollowing = "/follow/stop";

    public static bool Are(PathString path) => path.StartsWithSegments(Follow, StringComparison.OrdinalIgnoreCase);

    /// <summary>Mail programs press this button themselves and say of no page that they come from (RFC 8058). Its word is all it needs.</summary>
    public static bool TakeFromAnywhere(PathString path) => path.StartsWithSegments(StopFollowing, StringComparison.OrdinalIgnoreCase);
}
