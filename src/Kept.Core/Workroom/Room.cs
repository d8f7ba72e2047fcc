namespace Kept.Core.Workroom;

/// <summary>
/// The Workroom: everything that is not, or not yet, public. It stands in the same database as the Register, can be corrected
/// and erased, and is reached through <see cref="WorkroomContext"/> only. Entities live in the rooms they belong to; here is what
/// belongs to none. It never holds what was published, and no public page reads it.
/// </summary>
internal static class Room;
