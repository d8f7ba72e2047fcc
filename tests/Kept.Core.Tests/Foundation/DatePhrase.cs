using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Kept.Core.Foundation;

namespace Kept.Core.Tests.Foundation;

/// <summary>A period and one of the ways to print it, made at random.</summary>
public sealed record DatePhrase(string Text, Period Period)
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    private static readonly Gen<int> Years = Gen.Choose(1900, 2150);

    internal static readonly Gen<DatePhrase> Any = Gen.OneOf(Month(), Season(), Year(), FinancialYear(), Day(), Quarter());

    /// <summary>The phrase after a word, in mixed case and spacing.</summary>
    internal static Gen<DatePhrase> After(string words) =>
        from phrase in Any
        from space in Gen.Elements(" ", "  ", "\u00A0", "\n")
        from shout in Gen.Elements(true, false)
        let text = $"{words} {phrase.Text}".Replace(" ", space, StringComparison.Ordinal)
        select phrase with { Text = shout ? text.ToUpperInvariant() : text };

    private static Gen<DatePhrase> Month() =>
        from year in Years
        from month in Gen.Choose(1, 12)
        from form in Gen.Elements("MMMM yyyy", "MMM yyyy", "yyyy MMMM", "MM/yyyy", "'the month of' MMMM yyyy")
        let period = Period.Month(year, month)
        select new DatePhrase(period.Start.ToString(form, English), period);

    private static Gen<DatePhrase> Season() =>
        from year in Years
        from season in Gen.Elements(Enum.GetValues<Season>())
        from part in Gen.Elements("", "early ", "mid-", "late ")
        from of in Gen.Elements(" ", " of ")
        let whole = season.In(year)
        let month = part switch { "early " => 0, "mid-" => 1, _ => 2 }
        let first = whole.Start.AddMonths(month)
        let period = part.Length == 0 ? whole : Period.Month(first.Year, first.Month)
        select new DatePhrase($"{part}{season.Name()}{of}{year}", period);

    private static Gen<DatePhrase> Year() =>
        from year in Years
        from part in Gen.Elements(("", 1, 12), ("early ", 1, 3), ("mid-", 4, 6), ("late ", 10, 3))
        select new DatePhrase($"{part.Item1}{year}", Period.Months(year, part.Item2, part.Item3));

    private static Gen<DatePhrase> FinancialYear() =>
        from year in Years
        from joint in Gen.Elements("-", "/", "–")
        let next = ((year + 1) % 100).ToString("00", English)
        from text in Gen.Elements($"{year}{joint}{next}", $"{year}/{year + 1}", $"financial year {year}-{next}")
        select new DatePhrase(text, Period.FinancialYear(year));

    private static Gen<DatePhrase> Quarter() =>
        from year in Years
        from quarter in Gen.Choose(1, 4)
        select new DatePhrase($"Q{quarter} {year}", Period.Months(year, (3 * quarter) - 2, 3));

    private static Gen<DatePhrase> Day() =>
        from year in Years
        from ofYear in Gen.Choose(0, 364)
        from form in Gen.Elements("d MMMM yyyy", "d'th' MMM yyyy", "dd/MM/yyyy", "d.M.yyyy", "yyyy-MM-dd", "dddd d MMMM yyyy", "MMMM d, yyyy", "'the' d'th of' MMMM yyyy")
        let day = new DateOnly(year, 1, 1).AddDays(ofYear)
        select new DatePhrase(day.ToString(form, English), Period.Day(day));
}
