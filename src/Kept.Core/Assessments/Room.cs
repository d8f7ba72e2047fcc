namespace Kept.Core.Assessments;

/// <summary>
/// Is it enough? Published assessments of actions, with the words they were published in. It promises that an assessment
/// keeps its assessor, its date and its wording, and that nothing counts as assessed that was not.
/// </summary>
internal static class Room;
