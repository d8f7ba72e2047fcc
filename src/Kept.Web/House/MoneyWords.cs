using System.Globalization;
using Kept.Core.Programme;

namespace Kept.Web.House;

/// <summary>Sums in words, with the qualifier they are printed with.</summary>
public static class MoneyWords
{
    public static string Of(AmountShape amount)
    {
        var pounds = decimal.Parse(amount.Value, CultureInfo.InvariantCulture);
        var sum = string.Create(CultureInfo.InvariantCulture, $"£{pounds:N0}");
        var words = amount.Qualifier is { } qualifier ? $"{qualifier} {sum}" : sum;
        if (amount.For is { } what) words += ", " + what;
        return amount.Period is { } period ? $"{words} ({period})" : words;
    }
}

/// <summary>A sum as data: a decimal written as text, whole pounds.</summary>
public sealed record AmountShape(string Value, string? Qualifier, string? For, string? Period)
{
    public static AmountShape Of(Amount amount) =>
        new(amount.Value.ToString(CultureInfo.InvariantCulture), amount.Qualifier, amount.For, amount.Period);
}
