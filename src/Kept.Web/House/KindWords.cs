namespace Kept.Web.House;

/// <summary>What a reader calls the kinds of record.</summary>
public static class KindWords
{
    private static readonly string[] Order =
    [
        "programme", "plan", "area", "action", "commitment", "update", "request", "assessment", "milestone", "link", "outcome", "organisation", "place", "example",
        "offer", "output", "scheme", "term", "statement", "source", "other-word",
    ];

    /// <summary>Where a kind stands when pages list several: what was promised first. Kinds not in the list come last.</summary>
    public static int Place(string kind) => Array.IndexOf(Order, kind) is >= 0 and var at ? at : Order.Length;

    public static string One(string kind) => kind switch
    {
        "area" => "priority area",
        "example" => "local example",
        "offer" => "support offer",
        "output" => "output",
        "outcome" => "later outcome",
        "term" => "word or idea",
        "scheme" => "set of words",
        "statement" => "further statement",
        "other-word" => "other word",
        "update" => "word from a body",
        "request" => "request for a word",
        _ => kind,
    };

    public static string Many(string kind) => kind switch
    {
        "area" => "priority areas",
        "term" => "words and ideas",
        "scheme" => "sets of words",
        "programme" => "programme",
        "update" => "words from bodies",
        "request" => "requests for a word",
        _ => One(kind) + "s",
    };

    /// <summary>"1 action", "25 actions".</summary>
    public static string Counted(int count, string kind) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? One(kind) : Many(kind))}");
}
