using System.Globalization;
using System.Text.Json;
using Kept.Core.Foundation;
using Kept.Core.Workroom;

namespace Kept.Core.Keeping;

/// <summary>What stands beside a backup: which record it is, and how to know the file again. It holds no word of the record.</summary>
/// <param name="Made">The instant at which the backup was begun, UTC.</param>
/// <param name="Kept">The version of Kept that made it.</param>
/// <param name="Schema">The schema of the database in the file.</param>
/// <param name="Entry">The number of its last entry; 0 when it has none.</param>
/// <param name="Hash">The hash of its last entry.</param>
/// <param name="Bytes">The length of the file.</param>
/// <param name="Sha256">SHA-256 of the file, lower-case hexadecimal.</param>
/// <param name="Erased">Every entry whose words had been erased by then.</param>
public sealed record Manifest(
    int Format, string Made, string Kept, int Schema, long Entry, string Hash, long Bytes, string Sha256, IReadOnlyList<ErasedEntry> Erased)
{
    /// <summary>The format this version writes and reads.</summary>
    public const int Newest = 1;

    /// <summary>The ids of accounts and replies that had been erased by then: see <see cref="Workroom.Forgotten"/>.</summary>
    public IReadOnlyList<string> Forgotten { get; init; } = [];

    /// <summary>The replies of which less may be done by then than when they were sent.</summary>
    public IReadOnlyList<AgreedLess> Agreed { get; init; } = [];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>Where the manifest of a backup stands.</summary>
    public static string PathOf(string file) => file + ".manifest";

    /// <summary>The manifest at a path, or why it cannot be used.</summary>
    public static (Manifest? Read, Refusal? Why) Read(string path)
    {
        if (!File.Exists(path)) return (null, new($"There is no manifest at {path}.", "Nothing was changed.", "Put the .manifest file that was made with the backup beside it."));
        try
        {
            var read = JsonSerializer.Deserialize<Manifest>(File.ReadAllBytes(path), Options);
            return read is { Format: Newest } ? (read, null) : (null, Unreadable(path, read is null ? "it is empty" : string.Create(CultureInfo.InvariantCulture, $"its format is {read.Format}, this version reads {Newest}")));
        }
        catch (JsonException)
        {
            return (null, Unreadable(path, "it is not what Kept wrote"));
        }
    }

    internal byte[] ToBytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Options), (byte)'\n'];

    private static Refusal Unreadable(string path, string why) =>
        new($"The manifest {path} cannot be read: {why}.", "Nothing was changed.", "Take another backup with its manifest.");
}

/// <summary>An entry whose words were erased: its number, and its own hash, which shows that it is the same entry.</summary>
public sealed record ErasedEntry(long Entry, string Hash);
