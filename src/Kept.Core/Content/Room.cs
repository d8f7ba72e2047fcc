namespace Kept.Core.Content;

/// <summary>
/// Programme packs in and out: folders of YAML and CSV that people edit. It promises that a pack with one error loads
/// nothing and names every error by file and line, that loading overwrites nobody else's words, and that what is written
/// out reads back the same. It knows record types only by their shape, so a new kind needs no code here.
/// </summary>
internal static class Room;
