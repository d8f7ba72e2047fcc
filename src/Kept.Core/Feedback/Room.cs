namespace Kept.Core.Feedback;

/// <summary>
/// Feedback: what bodies send to the programme, and what becomes of it. A contribution is private until an editor's yes publishes
/// it through the one door; what was published of it stands in the record as an update. Nothing that was sent is ever lost or
/// changed: an editor's words stand beside the sender's, and every step is dated. Nobody decides on their own.
/// </summary>
internal static class Room;
