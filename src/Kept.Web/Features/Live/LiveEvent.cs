using System.Globalization;
using System.Text;
using System.Text.Json;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Live;

/// <summary>One event as bytes, written once for all who listen.</summary>
/// <param name="Number">The newest entry it tells of.</param>
public sealed record LiveEvent(long Number, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>More than this is not listed: the event says "look again" instead.</summary>
    public const int MostRecords = 1000;

    private static readonly JsonSerializerOptions OnOneLine = new(ShapeJson.Options) { WriteIndented = false };

    public static LiveEvent Of(Snapshot snapshot, IReadOnlyCollection<RecordKey> changed) =>
        changed.Count > MostRecords ? Again(snapshot.Number)
            : Of(snapshot.Number, "entry", new LiveShape(snapshot.Number, [.. changed.Select(key => LiveRecord.Of(snapshot, key)).OfType<LiveRecord>()]));

    /// <summary>"You missed some, or there were too many: look again."</summary>
    public static LiveEvent Again(long number) => Of(number, "again", new LiveShape(number, []));

    private static LiveEvent Of(long number, string name, LiveShape shape) =>
        new(number, Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"id: {number}\nevent: {name}\ndata: {JsonSerializer.Serialize(shape, OnOneLine)}\n\n")));
}
