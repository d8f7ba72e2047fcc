using System.Collections.Frozen;

namespace Kept.Core.Accounts;

/// <summary>One thing that a page or a verb asks for before it does anything.</summary>
public enum Power
{
    /// <summary>To see the pages of staff and bodies at all.</summary>
    EnterWork,

    /// <summary>To see what falls to a body, and what it sent.</summary>
    SeeBody,

    /// <summary>To write for a body.</summary>
    WriteForBody,

    /// <summary>To say yes, for a body, to what leaves it.</summary>
    ApproveForBody,

    /// <summary>To read what was sent, before anything of it is public.</summary>
    ReadContributions,

    /// <summary>To accept, ask back, reject, merge: what is published depends on it.</summary>
    Moderate,

    /// <summary>To make questionnaires and open them.</summary>
    MakeQuestionnaires,

    /// <summary>To record meetings, and what came by paper, telephone or e-mail.</summary>
    RecordMeetings,

    /// <summary>To read and answer what may say that somebody is at risk.</summary>
    Safeguard,

    /// <summary>To invite people, give and take roles, and disable accounts.</summary>
    ManagePeople,

    /// <summary>To see how the service runs: backups, the outbox, what was parked.</summary>
    SeeService,

    /// <summary>To say in which words Kept writes its e-mail.</summary>
    EditTexts,

    /// <summary>To hold notices back for some weeks, and to list days on which nobody works.</summary>
    HoldNotices,
}

/// <summary>Which roles hold which powers. What is not named here nobody may do.</summary>
public static class Powers
{
    private static readonly FrozenDictionary<Role, FrozenSet<Power>> Held = new Dictionary<Role, FrozenSet<Power>>
    {
        [Role.Contributor] = Set(Power.EnterWork, Power.SeeBody, Power.WriteForBody),
        [Role.Approver] = Set(Power.EnterWork, Power.SeeBody, Power.WriteForBody, Power.ApproveForBody),
        [Role.Analyst] = Set(Power.EnterWork, Power.SeeBody, Power.ReadContributions, Power.RecordMeetings),
        [Role.Assessor] = Set(Power.EnterWork),
        [Role.Editor] = Set(Power.EnterWork, Power.SeeBody, Power.ReadContributions, Power.Moderate, Power.MakeQuestionnaires, Power.RecordMeetings, Power.EditTexts, Power.HoldNotices),
        [Role.Oversight] = Set(Power.EnterWork),
        [Role.Advisor] = Set(Power.EnterWork),
        [Role.Safeguarding] = Set(Power.EnterWork, Power.Safeguard),
        [Role.Administrator] = Set(Power.EnterWork, Power.ManagePeople, Power.SeeService, Power.EditTexts, Power.HoldNotices),
    }.ToFrozenDictionary();

    public static IReadOnlySet<Power> Of(Role role) => Held[role];

    private static FrozenSet<Power> Set(params Power[] powers) => powers.ToFrozenSet();
}
