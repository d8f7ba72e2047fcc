namespace Kept.Core.Foundation;

/// <summary>
/// A date as people write it, and how it is read. <paramref name="Text"/> is kept as printed.
/// <paramref name="Qualifier"/> is one of <see cref="Qualifiers"/>. <paramref name="Start"/> is the earliest day and
/// <paramref name="End"/> the latest, both included; absent means open. <paramref name="StrictEnd"/> is the latest day in
/// the strict reading of "by X" (the day before X begins; for "by the end of X" the same as <paramref name="End"/>).
/// <paramref name="PeriodStart"/> is the first day of the X of "by X", <paramref name="PeriodEnd"/> the last day of the X
/// of "from X". <paramref name="Rule"/> is D1 to D10, the rules of reading, or <see cref="Stated"/> where a person has said
/// how to read it. <paramref name="Ambiguous"/> says that another reading is possible; <paramref name="Note"/> says which.
/// </summary>
public sealed record When(
    string Text,
    string Qualifier,
    DateOnly? Start,
    DateOnly? End,
    DateOnly? StrictEnd = null,
    DateOnly? PeriodStart = null,
    DateOnly? PeriodEnd = null,
    string Rule = When.Stated,
    bool Ambiguous = false,
    string? Note = null)
{
    /// <summary>The rule of a reading that a person stated rather than the reader of dates proposed.</summary>
    public const string Stated = "stated";

    /// <summary>
    /// Proposes a reading. Relative words, and words without a year, are read from <paramref name="anchor"/>, the date of
    /// the document. Null where the words hold no date (rule D10) or an impossible one (D8), and then
    /// <paramref name="refusal"/> says why. Never throws; takes time in proportion to the length of the text.
    /// </summary>
    public static When? Parse(string? text, DateOnly anchor, out Refusal? refusal, YearKind years = YearKind.Financial) =>
        WhenReader.Read(text ?? "", anchor, years, out refusal);

    /// <summary>Whether the words say that there is no date ("ongoing", "in due course", none): a gap, not a mistake.</summary>
    public static bool IsOpen(string? text) => OpenWords.Fill(DateTokens.Of(text ?? ""));

    /// <summary>Whether another reading of the same words gives the same days in the same sense.</summary>
    public bool Agrees(When other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Qualifier, Start, End, StrictEnd) == (other.Qualifier, other.Start, other.End, other.StrictEnd);
    }

    /// <summary>The reading in words: "by 28 February 2022", "between 1 September and 30 November 2021".</summary>
    public string Reading => WhenWords.Of(this);

    /// <summary>The strict reading in words where it differs: "by 31 December 2029".</summary>
    public string? StrictReading => StrictEnd is { } strict && strict != End ? $"by {Dates.Long(strict)}" : null;
}
