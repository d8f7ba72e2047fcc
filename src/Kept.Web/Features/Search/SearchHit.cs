using System.Text.Json.Serialization;
using Kept.Core.Records;

namespace Kept.Web.Features.Search;

/// <summary>Something found. The snippet is plain text.</summary>
public sealed record SearchHit(string Kind, string Id, string Url, string Title, string Snippet)
{
    [JsonIgnore] public string? Lang { get; init; }

    /// <summary>The title, and the line that shows why it was found, with the words marked.</summary>
    [JsonIgnore] public IReadOnlyList<Stretch> MarkedTitle { get; init; } = [];
    [JsonIgnore] public IReadOnlyList<Stretch> MarkedSnippet { get; init; } = [];

    /// <summary>What the snippet is of the record: "Required", "Heard".</summary>
    [JsonIgnore] public string Part { get; init; } = "";

    /// <summary>What it says, for the line under its title.</summary>
    [JsonIgnore] public RecordBody Body { get; init; } = null!;

    /// <summary>How many of the words looked for stand in the title.</summary>
    [JsonIgnore] public int InTitle { get; init; }

    /// <summary>The record as found, or null when a word looked for stands nowhere in it.</summary>
    public static SearchHit? Of(Findable record, IReadOnlyList<string> asked)
    {
        var missing = new HashSet<string>(asked, StringComparer.Ordinal);
        var (best, most, inTitle) = (0, 0, 0);
        for (var i = 0; i < record.Texts.Count; i++)
        {
            var words = SearchText.Words(record.Texts[i].Text).Select(w => w.Folded).ToList();
            var here = asked.Where(a => words.Any(w => SearchText.Finds(a, w))).ToList();
            missing.ExceptWith(here);
            if (i == 0) inTitle = here.Count;
            else if (here.Count > most) (best, most) = (i, here.Count);
        }
        if (missing.Count > 0) return null;
        var snippet = best > 0 ? SearchText.Snippet(record.Texts[best].Text, asked) : [];
        return new(record.Kind, record.Id, record.Page.Url, record.Page.Title, string.Concat(snippet.Select(s => s.Text)))
        {
            Lang = record.Lang,
            Body = record.Body,
            MarkedTitle = SearchText.Marked(record.Page.Title, asked),
            MarkedSnippet = snippet,
            Part = record.Texts[best].Part,
            InTitle = inTitle,
        };
    }
}
