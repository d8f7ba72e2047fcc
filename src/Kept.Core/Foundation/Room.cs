namespace Kept.Core.Foundation;

/// <summary>
/// What every room needs and no programme owns: the Act, dates as people write them, money with its qualifier, refusals in
/// plain words. It promises to be pure: no clock, no disk, no network. It knows no programme word.
/// </summary>
internal static class Room;
