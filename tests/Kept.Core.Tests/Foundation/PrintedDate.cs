using CsvHelper;
using Kept.Core.Foundation;

namespace Kept.Core.Tests.Foundation;

/// <summary>
/// One date of the programme's documents as people read it by hand. <c>Expect</c> is "same"; "qualifier" or "ambiguous" where
/// the days are the same but the words alone leave that much open; "refused" where they name no days. Then there is a reason.
/// </summary>
public sealed record PrintedDate(
    string Place,
    string Text,
    string Anchor,
    string Qualifier,
    string Start,
    string End,
    string StrictEnd,
    string PeriodStart,
    string PeriodEnd,
    string Expect,
    string Reason)
{
    internal When? Parse(out Refusal? refusal) => When.Parse(Text, Dates.FromIso(Anchor)!.Value, out refusal);

    internal string Reading => string.Join(' ', Start, End, StrictEnd, PeriodStart, PeriodEnd);

    internal static string ReadingOf(When when) => string.Join(
        ' ', Reader.Iso(when.Start), Reader.Iso(when.End), Reader.Iso(when.StrictEnd), Reader.Iso(when.PeriodStart), Reader.Iso(when.PeriodEnd));

    internal static IReadOnlyList<PrintedDate> All()
    {
        using var file = typeof(PrintedDate).Assembly.GetManifestResourceStream("printed-dates.csv")!;
        using var csv = CsvReader.Create(file);
        csv.ReadHeader();
        var dates = new List<PrintedDate>();
        while (csv.Read())
        {
            string Of(string column) => csv.GetString(column);
            dates.Add(new(
                Of("place"), Of("text"), Of("anchor"), Of("qualifier"), Of("start"), Of("end"),
                Of("strictEnd"), Of("periodStart"), Of("periodEnd"), Of("expect"), Of("reason")));
        }
        return dates;
    }
}
