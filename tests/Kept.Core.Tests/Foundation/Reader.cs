using Kept.Core.Foundation;

namespace Kept.Core.Tests.Foundation;

/// <summary>Short ways to read a date in a test, as a document of late June 2021 prints it.</summary>
internal static class Reader
{
    internal static readonly DateOnly Anchor = new(2021, 6, 30);

    internal static When Read(string text, DateOnly? anchor = null, YearKind years = YearKind.Financial)
    {
        var when = When.Parse(text, anchor ?? Anchor, out var refusal, years);
        Assert.True(when is not null, $"“{text}” was refused: {refusal}");
        Assert.Null(refusal);
        return when;
    }

    internal static Refusal Refused(string? text, DateOnly? anchor = null)
    {
        var when = When.Parse(text, anchor ?? Anchor, out var refusal);
        Assert.True(when is null, $"“{text}” was read as {when}");
        Assert.NotNull(refusal);
        return refusal;
    }

    /// <summary>"2021-09-01..2021-11-30", with nothing where a side is open.</summary>
    internal static string Days(When when) => $"{Iso(when.Start)}..{Iso(when.End)}";

    internal static string Iso(DateOnly? day) => day is { } d ? Dates.Iso(d) : "";
}
