namespace Kept.Core.Keeping;

/// <summary>
/// Keeping the Register beyond one disk: backups with their manifests, restoring one, archives of text that verify without
/// Kept, and erasing again what was erased after a backup was made. It promises that nothing is overwritten, that what it
/// hands over was checked from the first entry to the last, and that half a file never carries a whole file's name.
/// </summary>
internal static class Room;
