using Kept.Core.Connections;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Content;

/// <summary>Where records lie in a pack: a folder per kind, named in the plural.</summary>
internal static class PackLayout
{
    private static readonly string[] Order =
    [
        "source", "programme", "scheme", "term", "place", "organisation", "plan", "area", "action", "commitment", "milestone",
        "link", "assessment", "offer", "output", "example", "outcome", "statement", "request", "update", "other-word",
    ];

    private static readonly Dictionary<string, string> Kinds = RecordKinds.Names.ToDictionary(FolderOf, StringComparer.Ordinal);

    /// <summary>Kinds that are written as tables.</summary>
    public static IReadOnlyList<string> AsTables { get; } =
    [
        RecordKinds.NameOf<Commitment>(), RecordKinds.NameOf<Milestone>(), RecordKinds.NameOf<Link>(),
        RecordKinds.NameOf<Organisation>(), RecordKinds.NameOf<Place>(),
    ];

    /// <summary>Kinds that are written as one file a record.</summary>
    public static IReadOnlyList<string> AsFiles { get; } = [RecordKinds.NameOf<PlanAction>()];

    public static IReadOnlyCollection<string> Folders => Kinds.Keys;

    public static string FolderOf(string kind) => kind + "s";

    /// <summary>The kind whose records a folder holds, or null.</summary>
    public static string? KindOf(string folder) => Kinds.GetValueOrDefault(folder);

    /// <summary>The order in which kinds are recorded, so that a record comes after what it rests on.</summary>
    public static int RankOf(string kind) => Array.IndexOf(Order, kind) is var i and >= 0 ? i : Order.Length;
}
