namespace Kept.Core.Programme;

/// <summary>The parts a body can have in an action, and how a page says them.</summary>
public static class Roles
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["lead"] = "Leads",
        ["key"] = "Key role",
        ["critical"] = "Critical role",
        ["significant"] = "Significant role",
        ["vital"] = "Vital role",
        ["practice"] = "Responsible for practice",
        ["delivery"] = "Delivers",
        ["framework"] = "Sets the framework",
        ["supporting"] = "Supports",
        ["investment"] = "Invests",
        ["commissioner"] = "Commissioned the work",
        ["link-partner"] = "To be linked with",
        ["tasked"] = "Members are tasked",
    };

    public static IEnumerable<string> All => Words.Keys;

    public static bool IsRole(string role) => Words.ContainsKey(role);

    /// <summary>Such as "Key role"; the role itself when it is not on the list.</summary>
    public static string Say(string role) => Words.GetValueOrDefault(role, role);
}
