using Kept.Core.Foundation;

namespace Kept.Core.Tests.Foundation;

public sealed class PrintedDatesTests
{
    private static readonly IReadOnlyList<PrintedDate> Gold = PrintedDate.All();

    [Fact]
    public void Dates_whose_words_say_all_are_read_as_people_read_them()
    {
        var wrong = Of("same").Where(g => g.Parse(out _) is not { Ambiguous: false } when || when.Qualifier != g.Qualifier || Differs(g, when));
        Assert.Equal([], wrong.Select(Explain));
    }

    [Fact]
    public void Dates_whose_sense_is_printed_elsewhere_have_the_same_days()
    {
        var wrong = Of("qualifier").Where(g => g.Parse(out _) is not { Qualifier: "in" } when || Differs(g, when));
        Assert.Equal([], wrong.Select(Explain));
    }

    [Fact]
    public void Dates_with_another_possible_reading_have_the_same_days_and_say_so()
    {
        var wrong = Of("ambiguous").Where(g => g.Parse(out _) is not { Ambiguous: true, Note: not null } when || when.Qualifier != g.Qualifier || Differs(g, when));
        Assert.Equal([], wrong.Select(Explain));
    }

    [Fact]
    public void Words_that_name_no_days_are_refused()
    {
        var wrong = Of("refused").Where(g => g.Parse(out var refusal) is not null || refusal is null || When.IsOpen(g.Text));
        Assert.Equal([], wrong.Select(Explain));
    }

    [Fact]
    public void Every_exception_has_its_reason_and_the_counts_are_known()
    {
        Assert.All(Gold, g => Assert.Equal(g.Expect == "same", g.Reason.Length == 0));
        Assert.Equal((174, 148, 6, 16, 4), (Gold.Count, Of("same").Count, Of("qualifier").Count, Of("ambiguous").Count, Of("refused").Count));
    }

    private static List<PrintedDate> Of(string expect) => [.. Gold.Where(g => g.Expect == expect)];

    private static bool Differs(PrintedDate gold, When when) => PrintedDate.ReadingOf(when) != gold.Reading;

    private static string Explain(PrintedDate gold) =>
        $"{gold.Place}: “{gold.Text}” by hand {gold.Qualifier} {gold.Reading}, read {gold.Parse(out var refusal)?.ToString() ?? refusal?.ToString()}";
}
