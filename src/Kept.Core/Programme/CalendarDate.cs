namespace Kept.Core.Programme;

/// <summary>How a date stands on the day of a View.</summary>
public enum DateState
{
    /// <summary>To be met, and its last day has not gone.</summary>
    Ahead,

    /// <summary>Its last day has gone, and the record holds no later word. Never "overdue".</summary>
    Passed,

    /// <summary>Its last day has gone, and the record holds a later word on it, or on the action or offer it stands under.</summary>
    LaterWord,

    /// <summary>A commitment that is worded as delivered.</summary>
    Delivered,

    /// <summary>It is the date of something that happened.</summary>
    Happened,

    /// <summary>How long money or work lasts, or what else was going on: nothing to meet.</summary>
    NotToMeet,

    /// <summary>A beginning without a last day.</summary>
    Open,
}

/// <summary>One date of the programme, once, with every record that prints it; the first of them leads.</summary>
public sealed record CalendarDate(string Title, IReadOnlyList<DatedRecord> Printed, DateState State)
{
    public DatedRecord First => Printed[0];

    public Due Due => First.Due;

    /// <summary>The last day of the lenient reading; null where there is none.</summary>
    public DateOnly? Day => Due.End;

    /// <summary>Stays the same when the date moves: the record that leads, and which of its dates.</summary>
    public string Id => string.Join('-', First.Record.Kind, First.Record.Id, First.Part is null ? "date" : First.Part, First.Ordinal);

    /// <summary>Whether it counts among what falls due.</summary>
    public bool IsToMeet => State is DateState.Ahead or DateState.Passed or DateState.LaterWord or DateState.Delivered;

    public IReadOnlyList<string> Actions => [.. Printed.SelectMany(p => p.Actions).Distinct(StringComparer.Ordinal)];

    public IReadOnlyList<string> Who => [.. Printed.SelectMany(p => p.Who).Distinct(StringComparer.Ordinal)];

    public IReadOnlyList<string> With => [.. Printed.SelectMany(p => p.With).Distinct(StringComparer.Ordinal)];

    /// <summary>When Kept last learned anything of it.</summary>
    public DateTimeOffset Recorded => Printed.Max(p => p.Version.Entry.Recorded);
}
