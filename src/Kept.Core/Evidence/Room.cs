namespace Kept.Core.Evidence;

/// <summary>
/// Where every fact comes from: the sources, and the citations that point into them. It promises that a citation names a
/// source that exists, by line of the plain-text copy whose hash the source carries.
/// </summary>
internal static class Room;
