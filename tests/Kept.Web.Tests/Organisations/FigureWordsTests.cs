using Kept.Core.Organisations;
using Kept.Web.Features.Organisations.Places;

namespace Kept.Web.Tests.Organisations;

public sealed class FigureWordsTests
{
    private static FigureShape Figure(Func<Figure, Figure> set) => new(set(new Figure("f", "things")));

    [Fact]
    public void Two_figures_keep_their_qualifier_and_dates() =>
        Assert.Equal("From around 35 in 2016 to 4 in January 2024", FigureWords.Of(Figure(f => f with { FromValue = "35", FromQualifier = "around", FromDate = "2016", ToValue = "4", ToDate = "2024-01" })));

    [Fact]
    public void One_figure_keeps_its_unit() =>
        Assert.Equal("Over 1,000 families", FigureWords.Of(Figure(f => f with { Value = "1000", Qualifier = "over", Unit = "families" })));

    [Fact]
    public void A_share_without_counts_is_said_as_printed_and_never_as_a_number() =>
        Assert.Equal("Reduction of 88%", FigureWords.Of(Figure(f => f with { Value = "-88", Unit = "percent", ChangePrinted = "reduction of 88%" })));

    [Fact]
    public void Nothing_printed_says_so() => Assert.Equal("No figure is printed", FigureWords.Of(Figure(f => f)));

    [Fact]
    public void A_chart_needs_two_figures_of_which_none_is_small()
    {
        Assert.NotNull(FigureWords.Chart(Figure(f => f with { FromValue = "1413", ToValue = "617" })));
        Assert.Null(FigureWords.Chart(Figure(f => f with { FromValue = "35", ToValue = "4", SmallNumber = true })));
        Assert.Null(FigureWords.Chart(Figure(f => f with { ToValue = "617" })));
        Assert.Null(FigureWords.Chart(Figure(f => f with { FromValue = "many", ToValue = "617" })));
    }
}
