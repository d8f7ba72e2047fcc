namespace Kept.Web.Features.Connections;

/// <summary>The addresses of the connections.</summary>
public static class ConnectionLinks
{
    public const string All = "/connections";

    public static string OfAction(string id) => $"{All}?action={id}";

    public static string OfBody(string id) => $"{All}?body={id}";
}
