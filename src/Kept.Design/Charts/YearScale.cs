using Kept.Design.Html;

namespace Kept.Design.Charts;

/// <summary>Days on a line from one first of January to another. Whole years, so that a tick is always a year's beginning.</summary>
internal sealed class YearScale
{
    private readonly double _left;
    private readonly double _right;
    private readonly int _first;
    private readonly int _days;

    public YearScale(IEnumerable<DateOnly> dates, double left, double right)
    {
        var all = dates.ToList();
        FirstYear = all.Min().Year;
        LastYear = all.Max().Year + 1;
        _left = left;
        _right = right;
        _first = new DateOnly(FirstYear, 1, 1).DayNumber;
        _days = new DateOnly(LastYear, 1, 1).DayNumber - _first;
    }

    public int FirstYear { get; }

    /// <summary>The year whose first day ends the line.</summary>
    public int LastYear { get; }

    /// <summary>Every year, or every second, fifth ... so that at most <paramref name="most"/> remain.</summary>
    public IEnumerable<int> Years(int most)
    {
        var step = new[] { 1, 2, 5, 10, 20, 50 }.First(size => (LastYear - FirstYear) / size < most || size == 50);
        for (var year = FirstYear; year <= LastYear; year++)
        {
            if (year % step == 0) yield return year;
        }
    }

    public double At(DateOnly day) => _left + (_right - _left) * (day.DayNumber - _first) / _days;

    public double At(int year) => At(new DateOnly(year, 1, 1));

    public string X(DateOnly day) => Svg.Number(At(day));
}
