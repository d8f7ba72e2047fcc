namespace Kept.Web.Features.About;

/// <summary>The addresses of the pages about the record itself.</summary>
public static class AboutLinks
{
    public const string Method = "/method";
    public const string Data = "/data";
    public const string Verify = "/verify";

    public static string Rule(string page) => $"/method/{page}";
}
