using Kept.Core.Records;

namespace Kept.Core.Search;

/// <summary>Reads a record again through the View where the index alone cannot say: phrases, and words borrowed from records that changed.</summary>
internal sealed class SecondLook(View view, Edition edition, IReadOnlyList<AskedClause> clauses, IReadOnlyList<Phrase> phrases)
{
    private readonly Documents.Marks[] _marks = edition.Documents.Is.Values;
    private readonly int[] _record = edition.Documents.Record.Values;

    public bool IsDue(int document) => phrases.Count > 0 || IsUnsteady(document);

    public bool IsUnsteady(int document) => (_marks[document] & Documents.Marks.Unsteady) != Documents.Marks.None;

    public Description? Read(int document) => Describe.In(view, edition.Documents.Records.Values[_record[document]]);

    /// <summary>The facets of a record that has all that was asked for; null when it has not.</summary>
    public IEnumerable<Facet>? FacetsIfItHasAll(int document) =>
        Read(document) is { } found && new DescribedWords(found) is var words && clauses.All(c => !c.IsNeeded || c.IsMetBy(words.Roots)) && phrases.All(words.Has)
            ? found.Facets : null;

    /// <summary>How many of the needed clauses a record meets, and its facets.</summary>
    public (int Met, IEnumerable<Facet> Facets) Met(int document) =>
        Read(document) is { } found && new DescribedWords(found) is var words ? (clauses.Count(c => c.IsNeeded && c.IsMetBy(words.Roots)), found.Facets) : (0, []);
}
