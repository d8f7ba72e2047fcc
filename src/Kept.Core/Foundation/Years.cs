namespace Kept.Core.Foundation;

/// <summary>Single years: four figures, 1800 to 2199. A year of two figures is refused, for it could be a day or a century.</summary>
internal static class Years
{
    internal const int First = 1800;
    internal const int Last = 2199;

    /// <summary>The year that must come next.</summary>
    internal static int? Take(DateCursor at)
    {
        var token = at.Take();
        if (token.IsYear)
            return Known(at, token.Value);
        at.Fail(token switch
        {
            { Kind: DateTokenKind.End } => "The year is missing.",
            { IsShort: true } => $"“{token.Text}” is a year of two figures.",
            _ => $"“{Quote(token.Text)}” is not a year of four figures.",
        });
        return null;
    }

    /// <summary>The year that may come next, with "of" or "in" before it. A number that is no year is a fault.</summary>
    internal static int? TakeIfAny(DateCursor at)
    {
        if (at.Is(0, DateTokenKind.Number))
            return Take(at);
        if (at.Is(1, DateTokenKind.Number) && (at.Take("of") || at.Take("in")))
            return Take(at);
        return null;
    }

    internal static int? Known(DateCursor at, int year)
    {
        if (year is >= First and <= Last)
            return year;
        at.Fail($"The year {year} is outside {First} to {Last}.");
        return null;
    }

    /// <summary>The first words of what was written, short enough to show.</summary>
    internal static string Quote(string text)
    {
        const int longest = 30;
        if (text.Length <= longest)
            return text;
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] + "…";
    }
}
