namespace Kept.Core.Programme;

/// <summary>
/// What was promised: the programme, its plans, areas and actions, the commitments made under them, the milestones on the
/// way, the support offered, and the words they are built on. It promises that an owner is a body the source names, that a
/// date carries its printed words, and that what is not stated is said to be not stated.
/// </summary>
internal static class Room;
