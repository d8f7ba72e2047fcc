namespace Kept.Web.Tests.Faults;

/// <summary>What senders were told, held against what stands in the database afterwards.</summary>
internal sealed class Outcome
{
    private readonly HashSet<string> _acknowledged = new(StringComparer.Ordinal), _refused = new(StringComparer.Ordinal), _unknown = new(StringComparer.Ordinal);

    internal int Acknowledged => _acknowledged.Count;

    internal int Refused => _refused.Count;

    internal int Unknown => _unknown.Count;

    internal Sender.Answer Add(string id, Sender.Answer answer)
    {
        lock (_acknowledged) (answer.Acknowledged ? _acknowledged : answer.IsUnknown ? _unknown : _refused).Add(id);
        return answer;
    }

    /// <summary>What does not fit: acknowledged and not there, refused and there all the same, or never sent.</summary>
    internal IReadOnlyList<string> Against(IReadOnlySet<string> stored) =>
    [
        .. _acknowledged.Where(id => !stored.Contains(id)).Select(id => $"{id} was acknowledged and is lost"),
        .. _refused.Where(stored.Contains).Select(id => $"{id} was refused and is there"),
        .. stored.Where(id => !_acknowledged.Contains(id) && !_refused.Contains(id) && !_unknown.Contains(id)).Select(id => $"{id} was never sent"),
    ];
}
