using Kept.Core.Records;

namespace Kept.Core.Search;

/// <summary>What records lend to the texts of others, over all their versions: the index must find a record by every name a body ever had.</summary>
internal sealed class Lending(Snapshot snapshot)
{
    private readonly Dictionary<RecordKey, Loan> _loans = [];

    public IReadOnlyList<Lent> All(RecordKey key) => Of(key).Distinct;

    /// <summary>Whether what is borrowed was the same on every date on which the borrower stands, so that nothing needs a second look.</summary>
    public bool IsSteady(Description description, Entry borrower) =>
        description.Borrowed.All(key => Of(key) is { IsWhole: true, Distinct.Count: 1 } loan
            && loan.Starts.Any(s => s.Effective <= borrower.Effective && s.Recorded <= borrower.Recorded));

    /// <summary>Whether a record lends something else here than there.</summary>
    public bool Differs(RecordKey key, Lending other) =>
        Of(key) is var mine && other.Of(key) is var theirs && (mine.IsWhole != theirs.IsWhole || !mine.Distinct.SequenceEqual(theirs.Distinct));

    private Loan Of(RecordKey key)
    {
        if (_loans.TryGetValue(key, out var known)) return known;
        var newest = snapshot.Newest(key);
        var versions = newest?.AndBefore().Where(v => v.IsStatement).Select(v => Withheld.Shown(newest, v)).ToList() ?? [];
        var bodies = versions.Select(v => v.Body).OfType<RecordBody>().Select(b => Lent.Of(key.Id, b)).Distinct().ToList();
        return _loans[key] = new(bodies, versions.All(v => v.Body is not null), [.. versions.Select(v => (v.Entry.Effective, v.Entry.Recorded))]);
    }

    private sealed record Loan(IReadOnlyList<Lent> Distinct, bool IsWhole, IReadOnlyList<(DateOnly Effective, DateTimeOffset Recorded)> Starts);
}
