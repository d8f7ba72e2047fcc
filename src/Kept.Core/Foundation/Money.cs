using System.Globalization;

namespace Kept.Core.Foundation;

/// <summary>
/// A sum in pounds sterling. <paramref name="Qualifier"/> is the word that was printed with it ("circa", "about", "up to"),
/// kept as printed; null where there was none.
/// </summary>
public sealed record Money(decimal Value, string? Qualifier = null)
{
    private const decimal Million = 1_000_000m;
    private const decimal Billion = 1_000_000_000m;

    /// <summary>
    /// Reads a sum as plans print it ("£4m", "£16m (circa)", "£19.4 million", "£15,000"). Null where it is not one sum in
    /// pounds, and then <paramref name="refusal"/> says why. Never throws.
    /// </summary>
    public static Money? Parse(string? text, out Refusal? refusal)
    {
        var read = MoneyReader.Read(text ?? "");
        refusal = read is null
            ? new("This is not a sum in pounds.", "The words are kept as they are.", "Write one sum such as “£15,000”, “£1.5 million” or “about £16 million”.")
            : null;
        return read;
    }

    /// <summary>"about £16 million", "£11.5 million", "£15,000": the value exactly, and the qualifier as printed.</summary>
    public string Words => Qualifier is null ? Sum : $"{Qualifier} {Sum}";

    private string Sum => Value switch
    {
        >= Billion when Value % (Billion / 100) == 0 => $"£{Figures(Value / Billion, "0.##")} billion",
        >= Million when Value % (Million / 100) == 0 => $"£{Figures(Value / Million, "0.##")} million",
        _ => $"£{Figures(Value, Value % 1 == 0 ? "#,##0" : "#,##0.00")}",
    };

    private static string Figures(decimal value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
