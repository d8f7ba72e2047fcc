namespace Kept.Design.Forms;

/// <summary>One question of a form: the name it is sent under, what it asks, and what was wrong with the last answer.</summary>
/// <param name="Name">Also the id of its field, with points as hyphens.</param>
public sealed record Question(string Name, string Label)
{
    /// <summary>A line under the label.</summary>
    public string? Hint { get; init; }

    /// <summary>What has to be mended, as a sentence; null when nothing has.</summary>
    public string? Error { get; init; }

    /// <summary>Whether it may be left empty; the label then says so.</summary>
    public bool Optional { get; init; }

    /// <summary>Whether it is alone on its page: then what it asks is the page's heading.</summary>
    public bool Heading { get; init; }

    internal string Id => Name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    internal string Asked => Optional ? Label + " (optional)" : Label;

    internal string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (_, null) => Id + "-hint",
        (null, _) => Id + "-error",
        _ => $"{Id}-hint {Id}-error",
    };
}

/// <summary>One answer that can be chosen.</summary>
public sealed record Answer(string Value, string Words, string? Hint = null);
