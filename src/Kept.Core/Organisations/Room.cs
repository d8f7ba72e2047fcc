namespace Kept.Core.Organisations;

/// <summary>
/// Who is who and where: bodies, places, and what has changed locally. It promises that every council is a body and a
/// place, that an old code or name still finds it, and that no figure is charted or combined that its source printed small.
/// </summary>
internal static class Room;
