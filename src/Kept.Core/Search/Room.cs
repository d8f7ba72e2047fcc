namespace Kept.Core.Search;

/// <summary>
/// Finding records by the words in them. It holds which texts a record of each kind has, an index of every version of every
/// record, and what a question in words means: stems, other words, phrases, beginnings. It promises that what it finds at a
/// date is what a View at that date shows, and no more; that erased words leave it with the entry that erases them; and
/// that the index finds exactly what reading every record would find. It knows no programme word and no HTTP.
/// </summary>
internal static class Room;
