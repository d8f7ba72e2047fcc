using System.Text.Json.Serialization;
using Kept.Core.Records;
using Kept.Core.Search;
using Kept.Web.Features.Evidence;

namespace Kept.Web.Features.Search;

/// <summary>Something found. The snippet is plain text.</summary>
/// <param name="Part">What the snippet is of the record: "Required", "Heard"; empty where the words stand in the title alone.</param>
public sealed record SearchHit(string Kind, string Id, string Url, string Title, string Part, string Snippet)
{
    [JsonIgnore] public string? Lang { get; init; }

    /// <summary>The title, and the line that shows why it was found, with the words marked.</summary>
    [JsonIgnore] public IReadOnlyList<Stretch> MarkedTitle { get; init; } = [];
    [JsonIgnore] public IReadOnlyList<Stretch> MarkedSnippet { get; init; } = [];

    /// <summary>What it says, for the line under its title.</summary>
    [JsonIgnore] public RecordBody Body { get; init; } = null!;

    /// <summary>The record as the View has it; null when no page shows it there.</summary>
    public static SearchHit? Of(View view, RecordKey key, Excerpt excerpt)
    {
        if (view.InForce(key)?.Body is not { } body || Description.In(view, key) is not { } description || RecordPage.Of(view, key.Id, body) is not { } page) return null;
        var (part, snippet) = excerpt.Of(description);
        return new(key.Kind, key.Id, page.Url, page.Title, part, string.Concat(snippet.Select(s => s.Text)))
        {
            Lang = description.Lang,
            Body = body,
            MarkedTitle = excerpt.Marked(page.Title),
            MarkedSnippet = snippet,
        };
    }
}
