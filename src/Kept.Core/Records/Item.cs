using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Kept.Core.Records;

/// <summary>
/// The erasable half of an entry: canonical JSON {behalf?, corrects?, record?, redacts?, via, why, withholds?} behind a random salt, so
/// that the hash of a short body cannot be guessed once the body is erased.
/// </summary>
/// <param name="Hash">SHA-256 of salt and body, lower-case hexadecimal.</param>
/// <param name="Salt">16 random bytes; empty once redacted.</param>
/// <param name="Body">Canonical JSON, UTF-8; empty once redacted.</param>
public sealed record Item(string Hash, ReadOnlyMemory<byte> Salt, ReadOnlyMemory<byte> Body)
{
    public bool IsRedacted => Body.IsEmpty;

    public static Item New(byte[] body)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return new(HashOf(salt, body), salt, body);
    }

    /// <summary>The hash an item of this salt and body must carry.</summary>
    public static string HashOf(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> body)
    {
        var whole = ArrayPool<byte>.Shared.Rent(salt.Length + body.Length);
        salt.CopyTo(whole);
        body.CopyTo(whole.AsSpan(salt.Length));
        var hash = SHA256.HashData(whole.AsSpan(0, salt.Length + body.Length));
        ArrayPool<byte>.Shared.Return(whole);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>What the body holds beside the record. Throws <see cref="JsonException"/> when it is not what an item holds.</summary>
    public ItemHeader Header()
    {
        if (IsRedacted) return new(null, null, null, null, null, default);
        try
        {
            return ReadHeader();
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            throw new JsonException(e.Message, e);
        }
    }

    private ItemHeader ReadHeader()
    {
        var reader = new Utf8JsonReader(Body.Span);
        string? why = null, via = null, behalf = null;
        long? corrects = null, redacts = null;
        var withholds = false;
        Range record = default;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("An item is an object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            switch (name)
            {
                case "why": why = reader.GetString(); break;
                case "via": via = reader.GetString(); break;
                case "behalf": behalf = reader.GetString(); break;
                case "corrects": corrects = reader.GetInt64(); break;
                case "redacts": redacts = reader.GetInt64(); break;
                case "withholds": withholds = reader.GetBoolean(); break;
                case "record": reader.Skip(); record = start..(int)reader.BytesConsumed; break;
                default: reader.Skip(); break;
            }
        }
        if (reader.Read()) throw new JsonException("An item is one object.");
        return new(why, via, behalf, corrects, redacts, Body[record]) { Withholds = withholds };
    }
}

/// <param name="Record">The record's own canonical JSON; empty for a deletion.</param>
public sealed record ItemHeader(string? Why, string? Via, string? Behalf, long? Corrects, long? Redacts, ReadOnlyMemory<byte> Record)
{
    /// <summary>Whether the words that this entry corrects are kept from every past view.</summary>
    public bool Withholds { get; init; }
}
