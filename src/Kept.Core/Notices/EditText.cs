namespace Kept.Core.Notices;

/// <summary>Gives an e-mail other words. What it cannot do without must stay in them.</summary>
public static class EditText
{
    private const int LongestSubject = 150;
    private const int LongestBody = 5_000;

    public static (EditedText? Edited, IReadOnlyList<(string Field, string Why)> Refusals) Of(MailText text, string? subject, string? body, string by, DateTimeOffset now)
    {
        var refusals = new List<(string Field, string Why)>();
        var (line, words) = (subject?.Trim() ?? "", (body ?? "").ReplaceLineEndings("\n").Trim());
        if (line.Length == 0) refusals.Add(("Subject", "Write a subject."));
        if (line.Length > LongestSubject) refusals.Add(("Subject", $"The subject has {line.Length} letters. Write up to {LongestSubject}."));
        if (line.Any(char.IsControl)) refusals.Add(("Subject", "A subject is one line."));
        if (words.Length == 0) refusals.Add(("Body", "Write a text."));
        if (words.Length > LongestBody) refusals.Add(("Body", $"The text has {words.Length} letters. Write up to {LongestBody}."));
        foreach (var blank in text.Blanks.Where(b => b.Secret && Wording.BlanksIn(line).Contains(b.Name, StringComparer.Ordinal)))
            refusals.Add(("Subject", $"{blank.Written} is a link that only the reader of the mail may see. It cannot stand in a subject."));
        foreach (var (field, said) in new[] { ("Subject", line), ("Body", words) })
            if (Wording.BlanksIn(said).FirstOrDefault(n => text.Blanks.All(b => b.Name != n)) is { } unknown)
                refusals.Add((field, $"There is no blank {{{unknown}}}. You can use {string.Join(", ", text.Blanks.Select(b => b.Written))}."));
        if (text.Blanks.Where(b => b.Required && !Wording.BlanksIn(words).Contains(b.Name, StringComparer.Ordinal)).ToList() is { Count: > 0 } missing && words.Length > 0)
            refusals.Add(("Body", $"The text needs {string.Join(" and ", missing.Select(b => $"{b.Written}, {b.What}"))}."));
        return refusals.Count > 0 ? (null, refusals) : (new() { Text = text.Id, Subject = line, Body = words, By = by, Made = now }, []);
    }

    /// <summary>The shipped words count again.</summary>
    public static EditedText PutBack(MailText text, string by, DateTimeOffset now) => new() { Text = text.Id, By = by, Made = now };
}
