namespace Kept.Core.Foundation;

/// <summary>Reads a whole text as one date: the sense, the period, what comes after it, and nothing else.</summary>
internal static class WhenReader
{
    internal static When? Read(string text, DateOnly anchor, YearKind years, out Refusal? refusal)
    {
        var tokens = DateTokens.Of(text);
        var at = new DateCursor(tokens, anchor, years);
        var found = Find(text, tokens, at);
        refusal = found is null ? Refuse(tokens, at) : null;
        return found;
    }

    private static When? Find(string text, IReadOnlyList<DateToken> tokens, DateCursor at)
    {
        if (tokens.Count > DateTokens.Most || OpenWords.Fill(tokens) || at.Anchor.Year is < Years.First or > Years.Last)
            return null;
        var sense = Sense.Read(at);
        var within = sense.Within && sense.Edge == Edge.None ? RelativeReader.Within(at) : null;
        if (within is not null && Resolve.Alone(at, within, past: false) is { } last)
            return at.AtEnd ? Compose.Within(text, last, sense) : null;
        var found = at.Fault is null ? RangeReader.Read(at, sense) : null;
        if (found is null)
            return null;
        var tail = Tail.Read(at);
        return at.AtEnd && at.Fault is null ? Compose.Of(text, found, sense, tail) : null;
    }

    private static Refusal Refuse(IReadOnlyList<DateToken> tokens, DateCursor at)
    {
        const string kept = "The words are kept as they are.";
        const string next = "Write a date such as “by 31 March 2027”, “autumn 2027” or “2027-28”.";
        if (at.Anchor.Year is < Years.First or > Years.Last)
            return new($"The date of the document must lie in the years {Years.First} to {Years.Last}.", kept, "Correct the date of the document.");
        if (tokens.Count > DateTokens.Most)
            return new("This is too long to be a date.", kept, next);
        if (OpenWords.Fill(tokens))
            return new("These words hold no date.", kept, "If there is a date, add it.");
        if (at.Fault is { } fault)
            return new(fault, kept, next);
        return new(at.AtEnd ? "The date is not finished." : Stranger(at.Peek()), kept, next);
    }

    private static string Stranger(DateToken token) => token.Kind == DateTokenKind.Number
        ? $"“{Years.Quote(token.Text)}” is neither a year of four figures nor the day of a month."
        : $"“{Years.Quote(token.Text)}” cannot be read as part of a date.";
}
