namespace Kept.Core.Connections;

/// <summary>
/// What hangs together: links between actions, with how strongly a source states them and why. It promises that an
/// implied link is never shown as a stated one.
/// </summary>
internal static class Room;
