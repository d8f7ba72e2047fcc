using System.Text;
using Kept.Core.Records;

namespace Kept.Web.Features.About.Seal;

/// <summary>One real entry taken apart, so that a reader can work out both its hashes by hand.</summary>
/// <param name="Head">The canonical JSON that is hashed to give the entry's hash.</param>
/// <param name="Salt">The salt in hexadecimal.</param>
/// <param name="Body">The canonical JSON of what the entry says.</param>
public sealed record WorkedEntry(Entry Entry, string Head, string Salt, string Body)
{
    /// <summary>The entry with the shortest body among the first of each kind; null when nothing was recorded.</summary>
    public static WorkedEntry? Of(Snapshot snapshot) =>
        snapshot.Kinds.Select(kind => snapshot.Newest(snapshot.Keys(kind)[0])).OfType<RecordVersion>().Where(v => !v.IsRedacted)
            .OrderBy(v => v.Item.Body.Length).ThenBy(v => v.Entry.Number).Select(Of).FirstOrDefault();

    private static WorkedEntry Of(RecordVersion version) => new(
        version.Entry, Encoding.UTF8.GetString(version.Entry.Head()), Convert.ToHexStringLower(version.Item.Salt.Span),
        Encoding.UTF8.GetString(version.Item.Body.Span));

    /// <summary>A command that prints the entry's hash.</summary>
    public string HashCommand => $"printf '%s' {Quoted(Head)} | sha256sum";

    /// <summary>A command that prints the hash of salt and body, which the entry names as its item.</summary>
    public string ItemCommand => $"(printf '{string.Concat(Salt.Chunk(2).Select(pair => "\\x" + new string(pair)))}'; printf '%s' {Quoted(Body)}) | sha256sum";

    private static string Quoted(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
