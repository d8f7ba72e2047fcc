namespace Kept.Web.House;

/// <summary>Why a request is not answered as asked: the same words in HTML and in application/problem+json.</summary>
public sealed record Problem(int Status, string Title, string Detail)
{
    /// <summary>The name in the query that is wrong, what it said, and what it should look like.</summary>
    public string? Parameter { get; init; }
    public string? Given { get; init; }
    public string? Expected { get; init; }

    /// <summary>Where to go instead: shown as links on the page.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<(string Href, string Text)> Links { get; init; } = [];

    /// <summary>Lines of history of a record that is gone; null where there is none.</summary>
    public IReadOnlyList<string>? History { get; init; }

    public static Problem BadRequest(string title, string detail, string parameter, string given, string expected) =>
        new(400, title, detail) { Parameter = parameter, Given = Shown(given), Expected = expected };

    public static Problem NoSuchPage() => new(
        404, "There is no page at this address",
        "It may have been typed wrongly, or the page may not exist yet. Addresses of records never change, so an old link to one still works.");

    // A long value is cut: an error page repeats enough to recognise it, and no more.
    private static string Shown(string given) => given.Length <= 100 ? given : given[..100] + "...";
}
