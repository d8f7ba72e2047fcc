namespace Kept.Core.Foundation;

/// <summary>
/// What every room needs and no programme owns: the Act, dates as people write them, periods, days in London, sums of money,
/// ids, places in a text, and refusals in plain words. It promises values that cannot change, readings that never throw
/// whatever was typed and take time in proportion to its length, and a reason for every refusal. It opens no file, reads no
/// clock but the one it is given, and knows no programme word.
/// </summary>
internal static class Room;
