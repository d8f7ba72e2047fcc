namespace Kept.Web.Features.Organisations.Places;

/// <summary>The kinds of place, and how pages say them.</summary>
public static class PlaceKinds
{
    public const string Council = "council";
    public const string HealthBoard = "health-board";
    public const string IntegrationAuthority = "integration-authority";

    public static IReadOnlyList<string> All { get; } = [Council, HealthBoard, IntegrationAuthority];

    public static string One(string kind) => kind switch
    {
        HealthBoard => "health board area",
        IntegrationAuthority => "health and social care area",
        _ => "council area",
    };

    public static string Many(string kind) => kind switch
    {
        HealthBoard => "Health boards",
        IntegrationAuthority => "Health and social care",
        _ => "Council areas",
    };
}
