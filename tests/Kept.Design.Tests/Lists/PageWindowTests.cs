using System.Globalization;
using Kept.Design.Lists;

namespace Kept.Design.Tests.Lists;

public sealed class PageWindowTests
{
    [Theory]
    [InlineData(0, 250, 1, 1, 0, 0)]
    [InlineData(1, 250, 1, 1, 1, 1)]
    [InlineData(250, 250, 1, 1, 1, 250)]
    [InlineData(251, 250, 1, 2, 1, 250)]
    [InlineData(251, 250, 2, 2, 251, 251)]
    [InlineData(501, 250, 2, 3, 251, 500)]
    [InlineData(int.MaxValue, 2, 1073741824, 1073741824, int.MaxValue, int.MaxValue)]
    public void A_page_shows_its_part(int total, int size, int page, int pages, int first, int last)
    {
        var window = new PageWindow(total, size, page);

        Assert.Equal((pages, first, last), (window.Pages, window.First, window.Last));
    }

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(0, 2, false)]
    [InlineData(251, 2, true)]
    [InlineData(251, 3, false)]
    [InlineData(251, 0, false)]
    [InlineData(251, -1, false)]
    public void A_list_has_the_pages_it_needs(int total, int page, bool has) => Assert.Equal(has, PageWindow.Has(total, 250, page));

    [Fact]
    public void A_page_that_is_not_there_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new PageWindow(251, 250, 3));

    [Theory]
    [InlineData(1, 1, "1")]
    [InlineData(3, 2, "1 2 3")]
    [InlineData(9, 1, "1 2 - 9")]
    [InlineData(9, 4, "1 2 3 4 5 - 9")]
    [InlineData(9, 5, "1 - 4 5 6 - 9")]
    [InlineData(9, 6, "1 - 5 6 7 8 9")]
    [InlineData(9, 9, "1 - 8 9")]
    public void Only_pages_further_away_are_left_out(int pages, int page, string numbers) =>
        Assert.Equal(numbers, string.Join(' ', new PageWindow(pages * 10, 10, page).Numbers().Select(number => number?.ToString(CultureInfo.InvariantCulture) ?? "-")));
}
