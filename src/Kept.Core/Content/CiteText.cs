using System.Globalization;
using System.Text.Json.Nodes;

namespace Kept.Core.Content;

/// <summary>
/// How a pack writes a citation: the source's id, then lines ("843", "843-844", "1303, 1347-1348") and a page ("p7").
/// </summary>
internal static class CiteText
{
    public const string Expected = "a source and its lines, such as \"change-programme-one 843-844\"";
    private const int MostLines = 200;

    /// <summary>The citation as a body holds it, or null when the text is none.</summary>
    public static JsonObject? Parse(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var id = space < 0 ? text : text[..space];
        if (!PackIds.IsId(id)) return null;
        var cite = new JsonObject { ["id"] = id };
        JsonArray? lines = null;
        var also = new JsonArray();
        foreach (var part in space < 0 ? [] : text[(space + 1)..].Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith('p') && Number(part[1..]) is { } page && !cite.ContainsKey("page")) cite["page"] = page;
            else if (Span(part) is not (int first, int last)) return null;
            else if (lines is null) lines = [first, last];
            else if (last - first > MostLines) return null;
            else for (var line = first; line <= last; line++) also.Add(line);
        }
        if (lines is not null) cite["lines"] = lines;
        if (also.Count > 0) cite["also"] = also;
        return cite;
    }

    /// <summary>The text of a citation as a body holds it.</summary>
    public static string Write(JsonObject cite)
    {
        var places = new List<string>();
        if (cite["lines"] is JsonArray { Count: 2 } lines) places.Add($"{lines[0]}" == $"{lines[1]}" ? $"{lines[0]}" : $"{lines[0]}-{lines[1]}");
        if (cite["also"] is JsonArray also) places.AddRange(also.Select(l => l!.ToJsonString()));
        if (cite["page"] is { } page) places.Add("p" + page.ToJsonString());
        return places.Count == 0 ? (string)cite["id"]! : $"{cite["id"]} {string.Join(", ", places)}";
    }

    private static (int, int)? Span(string part)
    {
        var dash = part.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0) return Number(part) is { } only ? (only, only) : null;
        return Number(part[..dash].Trim()) is { } first && Number(part[(dash + 1)..].Trim()) is { } last && first <= last ? (first, last) : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : null;
}
