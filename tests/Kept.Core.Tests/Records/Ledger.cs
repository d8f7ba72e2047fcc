using Kept.Core.Records;

namespace Kept.Core.Tests.Records;

/// <summary>
/// The rule of the two dates, written down a second time and as plainly as can be: a list of everything that was ever
/// written, looked through from one end to the other for every question.
/// </summary>
internal sealed class Ledger
{
    private readonly List<Line> _lines = [];

    internal sealed record Line(long Number, EntryKind Kind, string Record, DateOnly Effective, DateTimeOffset Recorded, string? Words, string[] Names)
    {
        internal bool IsErased { get; set; }

        internal string? Shown => IsErased || Kind == EntryKind.Delete ? null : Words;
    }

    internal IReadOnlyList<Line> Lines => _lines;

    internal IEnumerable<string> Records => _lines.Select(l => l.Record).Distinct();

    /// <summary>Whether the Register should take this write, and if so, writes it down.</summary>
    internal bool Take(EntryKind kind, string record, DateOnly effective, DateTimeOffset now, string? words, string[] names, long? target)
    {
        var meant = _lines.SingleOrDefault(l => l.Number == target && l.Record == record && l.Kind != EntryKind.Redact && !l.IsErased);
        if (kind is EntryKind.Correct or EntryKind.Redact && meant is null) return false;
        if (kind == EntryKind.Delete && Standing(record, effective, DateTimeOffset.MaxValue) is null or { Kind: EntryKind.Delete }) return false;
        var last = _lines.Count == 0 ? DateTimeOffset.MinValue : _lines[^1].Recorded;
        _lines.Add(new(_lines.Count + 1, kind, record, effective, now > last ? now : last.AddMicroseconds(1), words, names));
        if (kind == EntryKind.Redact) meant!.IsErased = true;
        return true;
    }

    internal Line? Standing(string record, DateOnly at, DateTimeOffset known) => _lines
        .Where(l => l.Record == record && l.Kind != EntryKind.Redact && l.Recorded <= known && l.Effective <= at)
        .OrderBy(l => l.Effective).ThenBy(l => l.Number).LastOrDefault();

    internal IEnumerable<string> All(DateOnly at, DateTimeOffset known) =>
        Records.Where(r => Standing(r, at, known)?.Shown is not null);

    internal IEnumerable<string> Naming(string target, DateOnly at, DateTimeOffset known) =>
        All(at, known).Where(r => Standing(r, at, known)!.Names.Contains(target));

    internal IEnumerable<long> History(string record, DateTimeOffset known) =>
        _lines.Where(l => l.Record == record && l.Recorded <= known).Select(l => l.Number);
}
