namespace Kept.Core.Questionnaires;

/// <summary>
/// Questionnaires: the forms staff make, the versions that are frozen when one goes live, and the replies to them, each bound to the
/// version it began with. Whichever way an answer leads, it leads onward: no form can loop, and every path ends. A form that anybody
/// may answer opens only while two people stand by for what may say that somebody is at risk; those replies go to them and nobody else.
/// </summary>
internal static class Room;
