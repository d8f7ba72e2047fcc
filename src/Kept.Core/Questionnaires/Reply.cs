namespace Kept.Core.Questionnaires;

/// <summary>
/// What somebody answers, from the first word to what became of it. Whoever holds its word may go on with it; here stands only the
/// word's hash, except for people with an account, whose body finds it again. It says nothing of the device or the address it came from.
/// </summary>
public sealed class Reply
{
    /// <summary>How long it can be gone on with after it was last saved.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    /// <summary>The hash of its word, 64 letters.</summary>
    public required string Id { get; init; }

    public required string QuestionnaireId { get; init; }

    /// <summary>The version it began with, and stays with; null while nobody began.</summary>
    public int? Version { get; set; }

    /// <summary>The body it is for.</summary>
    public string? Body { get; init; }

    /// <summary>The account that began it; never where the form is open to anyone.</summary>
    public string? AccountId { get; init; }

    /// <summary>The word itself, for a body's own people only; gone once it was sent.</summary>
    public string? Word { get; set; }

    public string? InvitedName { get; init; }

    public string? InvitedEmail { get; init; }

    public required DateTimeOffset Made { get; init; }

    public required DateTimeOffset Saved { get; set; }

    /// <summary>When its link ends.</summary>
    public required DateTimeOffset Ends { get; set; }

    public IReadOnlyDictionary<string, Given> Answers { get; set; } = new Dictionary<string, Given>(StringComparer.Ordinal);

    /// <summary>Whether somebody may be at risk of harm, as whoever answers says, or staff who read it.</summary>
    public bool AtRisk { get; set; }

    /// <summary>Whether words of it may mean that somebody is at risk. Whoever answered is not told.</summary>
    public bool HasRiskWords { get; set; }

    /// <summary>Whether only those who safeguard may read it.</summary>
    public bool IsSafeguarded { get; set; }

    public DateTimeOffset? Sent { get; set; }

    /// <summary>What the sender keeps: eight letters and digits in two groups.</summary>
    public string? Reference { get; set; }

    /// <summary>Whether what was written may be used in reports, without a name: asked where a form is open to anyone, and never taken for granted.</summary>
    public bool MayBeUsed { get; set; }

    /// <summary>Whether what was written may be published word for word, without a name.</summary>
    public bool MayBePublished { get; set; }

    /// <summary>When its sender last changed what they agree to; null while it stands as it was sent.</summary>
    public DateTimeOffset? Agreed { get; set; }

    /// <summary>When its words were erased, by those who safeguard.</summary>
    public DateTimeOffset? Erased { get; set; }

    public Channel Channel { get; init; }

    /// <summary>When it came, where staff entered it.</summary>
    public DateOnly? CameOn { get; init; }

    public string? EnteredBy { get; init; }

    public int Revision { get; set; }

    /// <summary>Nothing of what was written stays.</summary>
    internal void Empty(DateTimeOffset now)
    {
        (Answers, Erased) = (new Dictionary<string, Given>(StringComparer.Ordinal), now);
        Revision++;
    }

    public bool IsOpen(DateTimeOffset now) => now < Ends;
}
