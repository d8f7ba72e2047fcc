using Kept.Core.Foundation;
using Kept.Core.Programme;

namespace Kept.Core.Content;

/// <summary>The reader of dates beside a person's reading: the pack's stands, but a difference is worth a second look.</summary>
internal static class DateAdvice
{
    /// <summary>How the words would be read where that differs from what the pack states; null when they agree.</summary>
    public static string? On(Due due, DateOnly anchor)
    {
        if (due.Inferred || When.IsOpen(due.Text)) return null;
        var proposals = new[] { due.Text, $"{due.Qualifier} {due.Text}" }.Select(t => When.Parse(t, anchor, out _)).OfType<When>().ToList();
        if (proposals.Any(p => (p.Start, p.End, p.StrictEnd) == (due.Start, due.End, due.StrictEnd))) return null;
        var nearest = proposals.Find(p => p.Qualifier == due.Qualifier) ?? proposals.FirstOrDefault();
        return nearest is null ? "words in which a date can be read, or inferred: yes" : nearest.Reading + (nearest.StrictReading is { } strict ? $" (strictly {strict})" : "");
    }
}
