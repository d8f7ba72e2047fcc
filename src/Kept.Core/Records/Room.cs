namespace Kept.Core.Records;

/// <summary>
/// The Register: what has been published. It holds entries (who recorded which version of which record, when, and from
/// what date it is true) and items (the versions' bodies as canonical JSON), chained by SHA-256; and the Snapshot, the whole
/// of it in memory, which pages read through a View at a date. It promises that nothing is overwritten, that what it
/// acknowledged is on disk, and that nothing is visible before it is durable. It knows no programme word and no HTTP.
/// </summary>
internal static class Room;
