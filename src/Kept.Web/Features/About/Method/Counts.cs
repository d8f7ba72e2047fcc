using Kept.Core.Assessments;
using Kept.Core.Connections;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Web.Features.About.Method;

/// <summary>What the pages on method count, at the date of a View.</summary>
public sealed class Counts(View view)
{
    private readonly List<Commitment> _commitments = [.. view.All<Commitment>().Select(c => c.Body)];

    public int Commitments => _commitments.Count;

    public int Printed => _commitments.Sum(c => c.Printed.Count);

    public int Undated => _commitments.Count(c => c.Due.Count == 0);

    public int UndatedPrinted => _commitments.SelectMany(c => c.Printed).Count(p => p.Due.Count == 0);

    public int Unowned => _commitments.Count(c => c.Who.Count == 0);

    public int UnownedPrinted => _commitments.SelectMany(c => c.Printed).Count(p => p.Who.Count == 0);

    public int Inferred => _commitments.Count(c => c.Who.Count == 0 && c.WhoInferred.Count > 0);

    /// <summary>Commitments printed more than once, the one with the most places first.</summary>
    public IReadOnlyList<(string Id, Commitment Commitment)> PrintedOften =>
        [.. view.All<Commitment>().Where(c => c.Body.Printed.Count > 1).OrderByDescending(c => c.Body.Printed.Count).Select(c => (c.Id, c.Body))];

    public int WithStatus(string status) => _commitments.Count(c => c.Status == status);

    /// <summary>The words a status was read from, each once, the most frequent first.</summary>
    public IReadOnlyList<string> StatusWords(string status) =>
        [.. _commitments.SelectMany(c => c.Printed).Where(p => p.Status == status).GroupBy(p => p.StatusWording, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];

    public int Links(string strength) => view.All<Link>().Count(l => l.Body.Strength == strength);

    public Link? LinkOf(string strength) => view.All<Link>().FirstOrDefault(l => l.Body.Strength == strength).Body;

    public IReadOnlyList<Version<Assessment>> Assessments => [.. view.All<Assessment>()];
}
