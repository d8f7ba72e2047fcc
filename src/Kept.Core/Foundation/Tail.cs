namespace Kept.Core.Foundation;

/// <summary>What is printed after a date and changes its sense: "at the latest", "onwards".</summary>
internal readonly record struct Tail(bool Latest, bool Open)
{
    private static readonly string[] OpenEnds = ["onwards", "onward", "and onwards", "and beyond", "and ongoing", "ongoing", "no end date"];

    internal static Tail Read(DateCursor at)
    {
        at.Take("period");
        return new(at.Take("at the latest"), Array.Exists(OpenEnds, at.Take));
    }
}
