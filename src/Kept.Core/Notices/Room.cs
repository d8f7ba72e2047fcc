namespace Kept.Core.Notices;

/// <summary>
/// Notices: what Kept tells people by e-mail. A message is written in the same transaction as what it tells of, waits in the
/// outbox until a mail server took it, and is tried again with growing pauses; what can never be sent is parked and shown.
/// </summary>
internal static class Room;
