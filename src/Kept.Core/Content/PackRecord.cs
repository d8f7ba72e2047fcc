using Kept.Core.Records;

namespace Kept.Core.Content;

/// <summary>What a record says from a date, as a pack states it.</summary>
public sealed record PackRecord(RecordKey Key, DateOnly Effective, RecordBody Body, string File, int Line);

/// <summary>What pack.yaml says of the pack itself.</summary>
/// <param name="Programme">The id of its programme record.</param>
/// <param name="Licence">Of the pack's own words.</param>
/// <param name="Sources">Ids of the sources of the whole.</param>
public sealed record PackManifest(int Format, string Programme, string Title, string Licence, IReadOnlyList<string> Sources);

/// <summary>A version of a record as read, before its fields are checked against its type.</summary>
internal sealed record PackDraft(RecordKey Key, PackMap Map, Spot At);
