namespace Kept.Core.Questionnaires;

/// <summary>Who may answer.</summary>
public enum Audience
{
    /// <summary>People who act for a body, signed in.</summary>
    Bodies,

    /// <summary>Whoever holds a link that was made for them.</summary>
    Invited,

    /// <summary>Everybody, without a name: children and young people too.</summary>
    Anyone,
}
