using System.Runtime.InteropServices;

namespace Kept.Core.Foundation;

/// <summary>Whole days from <see cref="Start"/> to <see cref="End"/>, both included; never empty.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Period
{
    /// <exception cref="ArgumentException">The end comes before the start.</exception>
    public Period(DateOnly start, DateOnly end)
    {
        if (end < start)
            throw new ArgumentException($"A period ends on or after the day it starts; {Dates.Iso(end)} is before {Dates.Iso(start)}.", nameof(end));
        Start = start;
        End = end;
    }

    public DateOnly Start { get; }

    public DateOnly End { get; }

    public int Days => End.DayNumber - Start.DayNumber + 1;

    public static Period Day(DateOnly day) => new(day, day);

    /// <summary>A calendar month, 1 to 12.</summary>
    public static Period Month(int year, int month) => Months(year, month, 1);

    /// <summary>A calendar year.</summary>
    public static Period Year(int year) => Months(year, 1, 12);

    /// <summary>The financial year from 1 April of <paramref name="year"/> to 31 March of the next.</summary>
    public static Period FinancialYear(int year) => Months(year, 4, 12);

    /// <summary>Whole months: <paramref name="count"/> of them from the first day of <paramref name="month"/>.</summary>
    public static Period Months(int year, int month, int count)
    {
        var first = new DateOnly(year, month, 1);
        var last = first.AddMonths(count - 1);
        return new(first, last.AddDays(DateTime.DaysInMonth(last.Year, last.Month) - 1));
    }

    public bool Contains(DateOnly day) => Start <= day && day <= End;

    public bool Overlaps(Period other) => Start <= other.End && other.Start <= End;

    /// <summary>The shortest period that holds both.</summary>
    public Period Through(Period other) =>
        new(Start < other.Start ? Start : other.Start, End > other.End ? End : other.End);

    /// <summary>How many whole calendar months this is, or null where it does not begin and end with a month.</summary>
    public int? WholeMonths =>
        Start.Day == 1 && End.Day == DateTime.DaysInMonth(End.Year, End.Month)
            ? ((End.Year - Start.Year) * 12) + End.Month - Start.Month + 1
            : null;
}
