using Kept.Core.Feedback.Files;

namespace Kept.Core.Questionnaires;

/// <summary>A file as an answer: the id it is kept under and what its sender called it, as "id/name".</summary>
public static class SentFile
{
    public static string ValueOf(Attachment file) => $"{file.Id}/{file.Name}";

    /// <summary>What its sender called it; null where a value is no file.</summary>
    public static string? NameOf(string value) => value.IndexOf('/', StringComparison.Ordinal) is > 0 and var at && at < value.Length - 1 ? value[(at + 1)..] : null;

    public static string IdOf(string value) => value.Split('/')[0];
}
