namespace Kept.Measures;

/// <summary>The programme that is shipped: the folder of its pack, found from where the measures are run.</summary>
public static class Shipped
{
    public static string Pack => Environment.GetEnvironmentVariable("KEPT_PACK") ?? "content/the-promise";
}
