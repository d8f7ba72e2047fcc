using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Search;

/// <summary>What a record gives to the texts of those that name it.</summary>
internal sealed record Lent(string Name, string? Acronym = null, string? Area = null)
{
    /// <summary>The name with its acronym, as a reader may look for either.</summary>
    public string FullName => Acronym is { } acronym && acronym != Name ? $"{Name} ({acronym})" : Name;

    public static Lent Of(string id, RecordBody body) => body switch
    {
        Organisation o => new(o.Name, o.Acronym),
        Place p => new(p.Name),
        PlanAction a => new(a.Title, Area: a.Area),
        PriorityArea a => new(a.Title, Area: id),
        // These are named for nothing but being there.
        _ => new(""),
    };
}

/// <summary>Where a description takes what other records lend: from a View, one or nothing; from all versions ever, several.</summary>
internal delegate IReadOnlyList<Lent> Lender(RecordKey key);
