namespace Kept.Design.Lists;

/// <summary>Which part of a long list a page shows, and which page numbers it offers.</summary>
public sealed class PageWindow
{
    /// <param name="total">How many there are in all; 0 or more.</param>
    /// <param name="size">How many on a page; 1 or more.</param>
    /// <param name="page">From 1 to <see cref="Pages"/>; outside it is an <see cref="ArgumentOutOfRangeException"/>, so ask <see cref="Has"/> first.</param>
    public PageWindow(int total, int size, int page)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        if (!Has(total, size, page)) throw new ArgumentOutOfRangeException(nameof(page), page, "There is no such page.");
        Total = total;
        Size = size;
        Page = page;
    }

    public int Total { get; }

    public int Size { get; }

    public int Page { get; }

    /// <summary>At least 1: an empty list has one empty page.</summary>
    public int Pages => Count(Total, Size);

    /// <summary>The number, from 1, of the first line shown; 0 when there is none.</summary>
    public int First => Total == 0 ? 0 : Skip + 1;

    public int Last => (int)Math.Min((long)Skip + Size, Total);

    public int Skip => (Page - 1) * Size;

    /// <summary>Whether a list so long has that page. Page 1 always exists.</summary>
    public static bool Has(int total, int size, int page) => page >= 1 && page <= Count(total, size);

    /// <summary>The first, the last, this page and its neighbours; null stands for pages left out. A gap of one page is shown, not left out.</summary>
    public IReadOnlyList<int?> Numbers()
    {
        var shown = new SortedSet<int> { 1, Pages, Page };
        if (Page > 1) shown.Add(Page - 1);
        if (Page < Pages) shown.Add(Page + 1);
        var numbers = new List<int?>();
        var before = 0;
        foreach (var number in shown)
        {
            if (number - before == 2) numbers.Add(number - 1);
            else if (number - before > 2) numbers.Add(null);
            numbers.Add(number);
            before = number;
        }

        return numbers;
    }

    private static int Count(int total, int size) => Math.Max(1, (int)(((long)total + size - 1) / size));
}
