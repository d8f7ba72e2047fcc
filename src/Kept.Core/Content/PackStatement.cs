using System.Text.Json.Nodes;
using Kept.Core.Foundation;
using Kept.Core.Records;

namespace Kept.Core.Content;

/// <summary>What a record says from a date, as it stands in a Register and goes into a pack.</summary>
internal sealed record PackStatement(string Id, DateOnly Effective, JsonObject Body)
{
    public string EffectiveText => Dates.Iso(Effective);

    /// <summary>
    /// Every record of a kind with what holds for each of its dates, in the order of recording. A record that ends deleted is
    /// left out, and so is a version whose words were erased: a pack states what is, not what is no more.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<PackStatement>> Of(Snapshot now, string kind)
    {
        var records = new List<IReadOnlyList<PackStatement>>();
        foreach (var key in now.Keys(kind))
        {
            var newest = now.Newest(key);
            var winners = LoadPack.Dates(newest).Select(d => LoadPack.Winner(newest, d)!).ToList();
            if (winners.Count == 0 || winners[^1].IsDeletion) continue;
            var versions = winners.Where(w => !w.RecordJson.IsEmpty).Select(w => new PackStatement(key.Id, w.Entry.Effective, JsonNode.Parse(w.RecordJson.Span)!.AsObject())).ToList();
            if (versions.Count > 0) records.Add(versions);
        }
        return records;
    }
}
