namespace Kept.Core.Notices;

/// <summary>What an e-mail is.</summary>
public enum NoticeKind
{
    /// <summary>An invitation, a new way in: never held back.</summary>
    Account,

    /// <summary>Asks whether somebody meant to follow, or answers what they just did: never held back.</summary>
    Confirmation,

    /// <summary>What changed in what somebody follows.</summary>
    Digest,

    /// <summary>Asks a body for something, or reminds it.</summary>
    Reminder,
}
