using Kept.Core.Evidence;
using Kept.Core.Records;

namespace Kept.Core.Programme;

/// <summary>
/// Puts together what prints one and the same date: a milestone with the commitment, output or next step it restates, a
/// timetable step with its milestone, a date of the plan or the promise with the plan or programme, and a statement with
/// what the same lines of its source are read as.
/// </summary>
internal sealed class RestatedDates
{
    private readonly IReadOnlyList<DatedRecord> _all;
    private readonly ILookup<RecordKey, int> _byRecord;
    private readonly int[] _joined;

    private RestatedDates(IReadOnlyList<DatedRecord> all)
    {
        _all = all;
        _joined = [.. Enumerable.Range(0, all.Count)];
        _byRecord = Enumerable.Range(0, all.Count).ToLookup(i => all[i].Record);
    }

    /// <summary>Groups of one date each, every group in the order of <see cref="DatedIn"/>.</summary>
    public static IEnumerable<IReadOnlyList<DatedRecord>> Group(IReadOnlyList<DatedRecord> all)
    {
        var dates = new RestatedDates(all);
        for (var i = 0; i < all.Count; i++) dates.Join(i);
        dates.JoinStatements();
        return Enumerable.Range(0, all.Count).GroupBy(dates.Root)
            .Select(g => (IReadOnlyList<DatedRecord>)[.. g.OrderBy(i => all[i].Kind).ThenBy(i => i).Select(i => all[i])]);
    }

    private void Join(int i)
    {
        switch (_all[i].Version.Body)
        {
            case Milestone milestone:
                JoinMilestone(i, milestone);
                break;
            case PlanAction action when _all[i].Kind == DatedIn.Timetable && action.Timetable.FirstOrDefault(t => $"step-{t.Step}" == _all[i].Part)?.Of is { } of:
                foreach (var j in _byRecord[RecordKey.Of<Milestone>(of)]) Join(i, j);
                break;
            default: break;
        }
    }

    private void JoinMilestone(int i, Milestone milestone)
    {
        if (milestone.Of is { } of && Same(i, Of(of)) is { } same) Join(i, same);
        // A date that has moved since stands where the record itself puts it.
        else if (milestone.Of is { } moved && Of(moved) is [var first, ..]) Join(i, first);
        foreach (var also in milestone.AlsoOf)
            if (Same(i, Of(also)) is { } other) Join(i, other);
        if (milestone is { OfStep: { } step, Action: { } action })
            foreach (var j in _byRecord[RecordKey.Of<PlanAction>(action)].Where(j => _all[j].Part == step && _all[j].HasDaysOf(_all[i])))
                Join(i, j);
        if (milestone is { Action: null, Of: null } && (milestone.Basis is "plan" or "promise"))
        {
            var whole = Enumerable.Range(0, _all.Count).Where(j => _all[j].Kind is DatedIn.Plan or DatedIn.Programme && _all[j].HasDaysOf(_all[i]));
            foreach (var j in whole.Where(j => milestone.Basis == "promise" ? _all[j].Kind == DatedIn.Programme : _all[j].Source.Id == milestone.Source.Id && _all[j].Kind == DatedIn.Plan).Take(1))
                Join(i, j);
        }
    }

    private int[] Of(string id) => [.. _byRecord[RecordKey.Of<Commitment>(id)], .. _byRecord[RecordKey.Of<Output>(id)]];

    private int? Same(int i, int[] among) => among.Where(j => _all[j].HasDaysOf(_all[i])).Select(j => (int?)j).FirstOrDefault();

    private void JoinStatements()
    {
        var byDays = Enumerable.Range(0, _all.Count).Where(i => _all[i].Kind != DatedIn.Statement).ToLookup(i => Days(_all[i]));
        foreach (var i in Enumerable.Range(0, _all.Count).Where(i => _all[i].Kind == DatedIn.Statement))
            foreach (var j in byDays[Days(_all[i])].Where(j => Overlap(_all[i].Source, _all[j].Source)).Take(1))
                Join(i, j);
    }

    private static (string, string, DateOnly?, DateOnly?) Days(DatedRecord d) => (d.Source.Id, d.Due.Kind, d.Due.Start, d.Due.End);

    private static bool Overlap(Cite a, Cite b) => Lines(a).Any(x => Lines(b).Any(y => x.First <= y.Last && y.First <= x.Last));

    private static IEnumerable<(int First, int Last)> Lines(Cite cite) =>
        cite.Also.Select(l => (l, l)).Concat(cite.Lines is { Count: > 0 } lines ? [(lines[0], lines[^1])] : []);

    private void Join(int i, int j) => _joined[Math.Max(Root(i), Root(j))] = Math.Min(Root(i), Root(j));

    private int Root(int i)
    {
        while (_joined[i] != i) i = _joined[i] = _joined[_joined[i]];
        return i;
    }
}
