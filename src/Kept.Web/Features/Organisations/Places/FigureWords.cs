using System.Globalization;
using Kept.Design.Charts;
using Kept.Web.House;
using Microsoft.AspNetCore.Html;

namespace Kept.Web.Features.Organisations.Places;

/// <summary>Figures in words as printed, and a picture only where two figures stand and neither is small.</summary>
public static class FigureWords
{
    /// <summary>"From around 35 in 2016 to 4 in January 2024"; "over 300 people"; the printed change alone where no counts are printed.</summary>
    public static string Of(FigureShape figure)
    {
        if (figure is { FromValue: { } from, ToValue: { } to })
            return $"From {Printed(from, figure.FromQualifier)}{In(figure.FromDate)} to {Printed(to, null)}{In(figure.ToDate)}";
        if (IsShareAlone(figure)) return Words.Capital(figure.ChangePrinted!);
        if (figure.Value is not { } value) return figure.ChangePrinted is { } only ? Words.Capital(only) : "No figure is printed";
        var unit = figure.Unit is { } u ? u == "percent" ? "%" : " " + u : "";
        return Words.Capital(Printed(value, figure.Qualifier) + unit + In(figure.Date));
    }

    /// <summary>Whether the source prints a share and no counts behind it.</summary>
    public static bool IsShareAlone(FigureShape figure) => figure is { Unit: "percent", ChangePrinted: not null, FromValue: null };

    /// <summary>Two points and a dotted line; null unless both figures are printed and neither is small.</summary>
    public static IHtmlContent? Chart(FigureShape figure)
    {
        if (figure.SmallNumber || Number(figure.FromValue) is not { } from || Number(figure.ToValue) is not { } to) return null;
        return TwoFigures.Draw(
            figure.Id, Words.Capital(figure.Measure), Of(figure) + ". No figures are held for the time between.",
            new Design.Charts.Figure(from, Printed(figure.FromValue!, figure.FromQualifier), Words.PartDate(figure.FromDate ?? "")),
            new Design.Charts.Figure(to, Printed(figure.ToValue!, null), Words.PartDate(figure.ToDate ?? "")));
    }

    private static string In(string? date) => date is null ? "" : date.StartsWith("since ", StringComparison.Ordinal) ? " " + Words.PartDate(date) : " in " + Words.PartDate(date);

    private static string Printed(string value, string? qualifier)
    {
        var number = Number(value) is { } n ? n.ToString("#,0.##", CultureInfo.InvariantCulture) : value;
        return qualifier is null ? number : $"{qualifier} {number}";
    }

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : null;
}
