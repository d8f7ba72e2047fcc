using Kept.Core.Assessments;
using Kept.Design.Marks;

namespace Kept.Web.Features.Programme.Actions;

/// <summary>Which density of cloth stands for which assessment, and what the assessment does not mean.</summary>
public static class ActionMarks
{
    public static Density Of(string category) => category switch
    {
        "underway" => Density.CloseWeave,
        "insufficient" => Density.OpenWeave,
        "little-or-none" => Density.BareWarp,
        _ => Density.EmptyFrame,
    };

    public static string Caveat(string category) => category switch
    {
        "underway" => "Underway does not mean done, or fast.",
        "insufficient" => "Work had begun. It did not yet appear to be enough.",
        "little-or-none" => "It says how much work there was when it was assessed. It does not say why.",
        Categories.NotAssessed => "Not assessed does not mean that nothing was being done. It means that nobody had published whether it was enough.",
        _ => "",
    };

    /// <summary>"2 underway, 6 not yet sufficient", or "All 4 not yet sufficient".</summary>
    public static string Sum(IReadOnlyList<ActionItem> actions)
    {
        var counts = Categories.Ids.Select(c => (Words: Categories.ShortLabel(c), Count: actions.Count(a => a.Assessment.Category == c))).Where(c => c.Count > 0).ToList();
        return counts is [var only]
            ? $"{(only.Count == 1 ? "1" : $"All {only.Count}")} {Lower(only.Words)}"
            : string.Join(", ", counts.Select(c => $"{c.Count} {Lower(c.Words)}"));
    }

    private static string Lower(string words) => char.ToLowerInvariant(words[0]) + words[1..];
}
