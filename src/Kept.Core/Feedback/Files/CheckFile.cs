using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kept.Core.Foundation;

namespace Kept.Core.Feedback.Files;

/// <summary>Takes a file, or says in words why not. What is kept of a picture is the picture alone.</summary>
public static class CheckFile
{
    private const int LongestName = 120;

    /// <summary>The file as it is to be kept; the virus checker has not looked at it yet.</summary>
    public sealed record Taken(string Name, FileKind Kind, byte[] Bytes)
    {
        /// <summary>The two rows it becomes.</summary>
        public (Attachment Row, AttachedBytes Bytes) Rows(string contribution, string by, DateTimeOffset now, string said) => Rows(contribution, null, null, by, now, said);

        /// <summary>The same for a file that answers a question of a reply.</summary>
        public (Attachment Row, AttachedBytes Bytes) OfReply(string reply, string question, string by, DateTimeOffset now, string said) => Rows(null, reply, question, by, now, said);

        private (Attachment Row, AttachedBytes Bytes) Rows(string? contribution, string? reply, string? question, string by, DateTimeOffset now, string said)
        {
            var row = new Attachment { ContributionId = contribution, ReplyId = reply, Question = question, Name = Name, Kind = Kind.Id, Length = Bytes.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(Bytes)), By = by, Made = now, Checked = said };
            return (row, new() { Id = row.Id, Bytes = Bytes });
        }
    }

    public static (Taken? Taken, Refusal? Refusal) Of(string? name, byte[] bytes)
    {
        if (bytes.Length == 0) return (null, new("The file is empty.", "It was not kept."));
        if (bytes.Length > Attachment.MostBytes) return (null, new("The file is larger than 10 MB.", "It was not kept.", "Send a smaller one, or put it on the web and give its address."));
        if (FileKind.Of(bytes) is not { } kind) return (null, new("This is none of the kinds of file that we take, or it is damaged, locked, or holds a program.", "It was not kept.", $"We take {Kinds}."));
        var clean = kind.Id switch { "png" => CleanImage.Png(bytes), "jpeg" => CleanImage.Jpeg(bytes), _ => bytes };
        if (clean is null) return (null, new("The picture is damaged, or larger than 100 million points.", "It was not kept."));
        var called = NameOf(name, kind);
        return kind.Extensions.Contains(Path.GetExtension(called), StringComparer.OrdinalIgnoreCase) ? (new(called, kind, clean), null)
            : (null, new($"The file is called {Path.GetExtension(called)}, and is a {kind.Words} inside.", "It was not kept.", "Save it again under its right kind."));
    }

    /// <summary>The kinds that are taken, in words.</summary>
    public static string Kinds { get; } = string.Join(", ", FileKind.All.Select(k => $"{k.Words} ({string.Join(", ", k.Extensions)})"));

    // Only the last part of a path; no control characters, and none that turn the direction of reading to hide what a name ends in.
    private static string NameOf(string? name, FileKind kind)
    {
        var last = (name ?? "").Replace('\\', '/').Split('/')[^1];
        var plain = new string([.. last.Normalize(NormalizationForm.FormC).Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) && !"<>:\"|?*".Contains(c, StringComparison.Ordinal))]).Trim(' ', '.');
        if (plain.Length == 0) return "file" + kind.Extensions[0];
        var extension = Path.GetExtension(plain);
        return plain.Length <= LongestName ? plain : plain[..(LongestName - extension.Length)] + extension;
    }
}
