namespace Kept.Core.Notices;

/// <summary>Somebody gave an e-mail other words, or put the shipped ones back. The last one counts; all are kept.</summary>
public sealed class EditedText
{
    public long Id { get; init; }

    /// <summary>The id of the <see cref="MailText"/>.</summary>
    public required string Text { get; init; }

    /// <summary>Null where the shipped words were put back.</summary>
    public string? Subject { get; init; }

    public string? Body { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset Made { get; init; }

    /// <summary>Its words; null where the shipped ones count.</summary>
    public Wording? Wording => Subject is null || Body is null ? null : new(Subject, Body);
}
