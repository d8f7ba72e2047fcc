using System.Collections.Frozen;

namespace Kept.Core.Accounts;

/// <summary>What a person is here for. The first two are always for one body; the others for the programme, or for one place.</summary>
public enum Role
{
    Contributor,
    Approver,
    Analyst,
    Assessor,
    Editor,
    Oversight,
    Advisor,
    Safeguarding,
    Administrator,
}

/// <summary>The names of roles, as files, commands and pages write them.</summary>
public static class Roles
{
    private static readonly FrozenDictionary<string, Role> Named =
        Enum.GetValues<Role>().ToFrozenDictionary(NameOf, role => role, StringComparer.Ordinal);

    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    /// <summary>"contributor", "approver" and so on: one word, lower case.</summary>
    public static string NameOf(Role role) => role.ToString().ToLowerInvariant();

    /// <summary>The role of a name; null when there is none.</summary>
    public static Role? Find(string name) => Named.TryGetValue(name, out var role) ? role : null;

    /// <summary>Whether the role is always held for one body.</summary>
    public static bool IsOfBody(Role role) => role is Role.Contributor or Role.Approver;

    /// <summary>What it lets a person do, in a sentence.</summary>
    public static string Say(Role role) => role switch
    {
        Role.Contributor => "Writes updates, proposals and answers for one body.",
        Role.Approver => "Writes for one body, and says yes to what leaves it.",
        Role.Analyst => "Reads what is sent, records meetings, codes evidence.",
        Role.Assessor => "Writes assessments, and signs those of others.",
        Role.Editor => "Decides what is published, and makes questionnaires.",
        Role.Oversight => "Reads what is prepared for the Oversight Board.",
        Role.Advisor => "Reads and advises: the Independent Strategic Advisor.",
        Role.Safeguarding => "Reads what may say that somebody is at risk, and acts on it.",
        Role.Administrator => "Invites people and gives roles; sees nothing of what people send.",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
