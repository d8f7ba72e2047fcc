namespace Kept.Web.Features.Organisations;

/// <summary>The addresses of bodies and places.</summary>
public static class OrganisationLinks
{
    public const string Organisations = "/organisations";
    public const string Places = "/places";

    public static string Organisation(string id) => $"/organisations/{id}";

    public static string Place(string gss) => $"/places/{gss}";
}
