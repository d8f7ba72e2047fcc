namespace Kept.Core.Notices;

/// <summary>
/// Notices: what Kept tells people by e-mail. A message is written in the same transaction as what it tells of, waits in the
/// outbox until a mail server took it, and is tried again with growing pauses; what can never be sent is parked and shown.
/// Who follows something is told of what changed there, each change once, at the times of London's clocks, and of nothing when
/// nothing changed. What follows, and in which words it is said, is decided here; links and pages are not.
/// </summary>
internal static class Room;
