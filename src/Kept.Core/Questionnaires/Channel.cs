namespace Kept.Core.Questionnaires;

/// <summary>The way a reply came in.</summary>
public enum Channel
{
    Web,
    Paper,
    Telephone,
    Email,
}
