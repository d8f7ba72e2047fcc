using Kept.Core.Foundation;

namespace Kept.Core.Feedback.Files;

/// <summary>
/// A file that came with a contribution or with a reply to a questionnaire, for those who read it. Its bytes stand in the database under a random id, beside no
/// web root, so that backups, restoring and erasing have them too. It is never published and never opened by Kept.
/// </summary>
public sealed class Attachment
{
    /// <summary>How many one contribution may have.</summary>
    public const int Most = 5;

    /// <summary>The largest, in bytes: 10 MB.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    public string Id { get; init; } = RandomId.Next();

    /// <summary>The contribution it came with; null where it came with a reply.</summary>
    public string? ContributionId { get; init; }

    /// <summary>The reply to a questionnaire it came with.</summary>
    public string? ReplyId { get; init; }

    /// <summary>The question of that reply that it answers.</summary>
    public string? Question { get; init; }

    /// <summary>What its sender called it, without folders and without letters that mislead.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, by its content: see <see cref="FileKind"/>.</summary>
    public required string Kind { get; init; }

    public required int Length { get; init; }

    /// <summary>SHA-256 of the bytes as kept, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset Made { get; init; }

    /// <summary>What the virus checker said: "clean", or "not checked" where none is set.</summary>
    public required string Checked { get; init; }
}

/// <summary>The bytes of an attachment, apart, so that lists do not read them.</summary>
public sealed class AttachedBytes
{
    /// <summary>The attachment's id.</summary>
    public required string Id { get; init; }

    public required byte[] Bytes { get; init; }
}
