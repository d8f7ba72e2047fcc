namespace Kept.Web.Features.About.Seal;

/// <summary>The newest entry of all: its number, its hash and when it was recorded. An empty Register has number 0.</summary>
public sealed record SealShape(long Entry, string Hash, DateTimeOffset? Recorded)
{
    public static SealShape Of(Core.Records.Snapshot snapshot) => new(snapshot.Number, snapshot.Hash, snapshot.Head?.Recorded);
}
