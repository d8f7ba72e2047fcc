namespace Kept.Web.House;

/// <summary>The one address whose answer has no end: it is neither collected, nor compressed, nor given an ETag.</summary>
public static class Unbuffered
{
    public const string Live = "/changes/live";

    public static bool Is(PathString path) => path.Value is { } value && value.AsSpan().TrimEnd('/').Equals(Live, StringComparison.OrdinalIgnoreCase);
}
