using Kept.Core.Workroom;

namespace Kept.Core.Feedback;

/// <summary>What rests on a reply: the contribution it became, those its words went into, one into the next, and those that went into it.</summary>
public sealed record Rests(Contribution? It, IReadOnlyList<Contribution> Into, IReadOnlyList<Contribution> With)
{
    /// <summary>As it stands in the Workroom.</summary>
    public static Rests On(WorkroomContext w, string reply)
    {
        var it = w.Contributions.FirstOrDefault(c => c.FormKey == reply);
        var into = new List<Contribution>();
        for (var next = it?.MergedInto; next is not null && into.TrueForAll(c => c.Id != next) && w.Contributions.FirstOrDefault(c => c.Id == next) is { } one; next = one.MergedInto) into.Add(one);
        return new(it, into, it is null ? [] : [.. w.Contributions.Where(c => c.MergedInto == it.Id)]);
    }

    /// <summary>The last entry in which words of it were published; 0 for none.</summary>
    public long Entry => Into.Prepend(It).Max(c => c?.Entry ?? 0);

    /// <summary>Whether nobody changed any of it since.</summary>
    public bool IsAs(Rests other) => All.SequenceEqual(other.All);

    private IEnumerable<(string, int)> All => Into.Concat(With).Prepend(It).OfType<Contribution>().Select(c => (c.Id, c.Version));
}
