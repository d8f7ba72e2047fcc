namespace Kept.Design.Marks;

/// <summary>
/// The colours of a picture that leaves the site as a file, where no style sheet reaches it. Pages never use these; the
/// same values stand in assets/styles/_tokens.scss, and a test keeps the two equal.
/// </summary>
public static class Ink
{
    public const string Peat = "#231f1c";
    public const string Stone = "#59524a";
    public const string Oat = "#fdfbf7";
    public const string Loch = "#0b4a5e";
    public const string Pine = "#155448";
    public const string Bracken = "#8a470c";
    public const string Heather = "#6a2f63";

    /// <summary>The colour that goes with a density.</summary>
    public static string Of(Density density) => density switch
    {
        Density.CloseWeave => Pine,
        Density.OpenWeave => Bracken,
        Density.BareWarp => Heather,
        _ => Stone,
    };
}
