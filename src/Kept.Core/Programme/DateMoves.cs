using Kept.Core.Records;

namespace Kept.Core.Programme;

/// <summary>A date that was said and then said otherwise. A move to no date at all is one too.</summary>
/// <param name="Part">What in the record carries the date: empty for the record itself, else the id of a next step.</param>
/// <param name="Version">The version that says it otherwise; a correction is no move in the world, but is told.</param>
public sealed record DateMove(string Part, IReadOnlyList<Due> From, IReadOnlyList<Due> To, RecordVersion Version)
{
    public bool IsCorrection => Version.Corrects is not null;

    /// <summary>Every time the dates of a record were said otherwise, as far as it is effective by the View's date, oldest first.</summary>
    public static IReadOnlyList<DateMove> Of(View view, RecordKey key)
    {
        var moves = new List<DateMove>();
        foreach (var version in view.History(key).Where(v => v.IsStatement && v.Entry.Effective <= view.At).OrderBy(v => v.Entry.Effective).ThenBy(v => v.Entry.Number))
        {
            if (version.Body is not { } body || RecordChange.Of(view.Newest(key)!, version).Before?.Body is not { } before) continue;
            var now = DatesOf(body).ToDictionary(d => d.Part, d => d.Due, StringComparer.Ordinal);
            foreach (var (part, said) in DatesOf(before).Where(d => d.Due.Count > 0))
                if (now.TryGetValue(part, out var due) && !AreSame(said, due)) moves.Add(new(part, said, due, version));
        }
        return moves;
    }

    /// <summary>Whether two statements of dates mean the same days in the same words.</summary>
    public static bool AreSame(IReadOnlyList<Due> one, IReadOnlyList<Due> other) =>
        one.Select(d => (d.Text, d.Start, d.End, d.StrictEnd)).SequenceEqual(other.Select(d => (d.Text, d.Start, d.End, d.StrictEnd)));

    private static IEnumerable<(string Part, IReadOnlyList<Due> Due)> DatesOf(RecordBody body) => body switch
    {
        Commitment c => [("", c.Due)],
        Milestone m => [("", [m.Due])],
        Output o => [("", One(o.Due))],
        Plan p => [("", One(p.CompleteBy))],
        TheProgramme p => [("", [p.Deadline])],
        PlanAction a => a.NextSteps.DistinctBy(n => n.Id, StringComparer.Ordinal).Select(n => (n.Id, n.Due)),
        _ => [],
    };

    private static IReadOnlyList<Due> One(Due? due) => due is null ? [] : [due];
}
