namespace Kept.Design;

/// <summary>
/// The look of Kept. It holds the marks, charts and maps as functions that return safe HTML or SVG, the few tag helpers
/// that pages use, and, under <c>assets</c>, the styles, fonts and the little JavaScript there is. It promises: every text
/// it is given is encoded; nothing it writes carries a style attribute, a script or a colour of its own, so that the
/// strictest content policy, forced colours and print all hold; shape and word carry the meaning, colour only helps.
/// It must not know a programme word: callers give the labels, and a mark is named for how it looks. It reads no clock,
/// no database and no request.
/// </summary>
internal static class Room;
