using System.Text.Json;
using System.Text.Json.Nodes;
using Kept.Core.Foundation;
using Kept.Core.Records;

namespace Kept.Core.Content;

/// <summary>
/// What a statement means for versions of its record that are effective later: a correction puts right each one that still
/// carries a wrong value; a plain statement leaves them as they are, and says so.
/// </summary>
internal sealed record LaterVersions(IReadOnlyList<Write> Rewritten, IReadOnlyList<string> LeftAlone)
{
    /// <param name="named">The fields that the statement names with their right values; null where it says that there is nothing.</param>
    public static LaterVersions Of(RecordVersion? newest, PublishStatement statement, JsonObject named)
    {
        var (rewritten, alone) = (new List<Write>(), new List<string>());
        var wrong = statement.Corrects is { } number ? Json(newest?.AndBefore().First(v => v.Entry.Number == number)) : null;
        foreach (var day in LoadPack.Dates(newest).Where(d => d > statement.Effective))
        {
            var version = LoadPack.Winner(newest, day)!;
            if (version.RecordJson.IsEmpty) continue;
            var (body, changed) = (Json(version)!, false);
            foreach (var (name, right) in named.Where(f => f.Key != "effectiveText"))
            {
                if (JsonNode.DeepEquals(body[name], right)) continue;
                if (wrong is null || !JsonNode.DeepEquals(body[name], wrong[name]))
                {
                    alone.Add($"The words from {Dates.Long(day)} (entry {version.Entry.Number}) say something else in \"{name}\" and stay as they are.");
                    continue;
                }
                changed = true;
                if (right is null) body.Remove(name); else body[name] = right.DeepClone();
            }
            if (!changed) continue;
            var made = (RecordBody)body.Deserialize(RecordKinds.TypeOf(statement.Key.Kind)!, BodyJson.Options)!;
            rewritten.Add(Write.Correct(statement.Key.Id, day, made, version.Entry.Number, null) with { Withholds = statement.Withholds });
        }
        return new(rewritten, alone);
    }

    private static JsonObject? Json(RecordVersion? version) =>
        version is null || version.RecordJson.IsEmpty ? null : JsonNode.Parse(version.RecordJson.Span)!.AsObject();
}
