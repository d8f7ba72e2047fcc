using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kept.Core.Records;

/// <summary>
/// RFC 8785 for what bodies may hold: objects (members in UTF-16 order), arrays, strings, true, false and integers below
/// 2^53. Floating point is refused, as are lone surrogates; text is normalised to NFC; null and empty arrays and objects
/// are left out, so that a type that gains a field changes no old body.
/// </summary>
public static class CanonicalJson
{
    private const long Largest = 9007199254740991;
    private const char NotACharacter = '\uFFFE';
    private static readonly SearchValues<char> Escaped = SearchValues.Create(['"', '\\', .. Enumerable.Range(0, 0x20).Select(c => (char)c)]);

    /// <summary>The canonical bytes of a body; throws <see cref="FormatException"/> for what it may not hold.</summary>
    public static byte[] Of(RecordBody body) => Of(JsonSerializer.SerializeToNode(body, body.GetType(), BodyJson.Options));

    public static byte[] Of(JsonNode? node)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        try
        {
            Write(buffer, node);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // JsonNode reads lazily: half a character or a name given twice shows only here.
            throw new FormatException("A body holds JSON that cannot be kept: " + e.Message, e);
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>An object of the given members, already in order.</summary>
    public static byte[] Of(params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var o = new JsonObject();
        foreach (var (name, value) in members)
            o[name] = value switch { null => null, string s => s, int i => i, long l => l, JsonNode n => n, _ => throw new FormatException() };
        return Of(o);
    }

    private static void Write(ArrayBufferWriter<byte> to, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject o: WriteObject(to, o); break;
            case JsonArray a: WriteArray(to, a); break;
            case JsonValue v: WriteValue(to, v); break;
            default: throw new FormatException("A body holds no null on its own.");
        }
    }

    private static void WriteObject(ArrayBufferWriter<byte> to, JsonObject o)
    {
        to.Write("{"u8);
        string? before = null;
        foreach (var (name, value) in o.Select(p => (Name: OneForm(p.Key), p.Value)).OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            if (IsAbsent(value)) continue;
            if (before is not null) to.Write(","u8);
            if (before == name) throw new FormatException($"\"{name}\" is named twice.");
            before = name;
            WriteString(to, name);
            to.Write(":"u8);
            Write(to, value);
        }
        to.Write("}"u8);
    }

    private static void WriteArray(ArrayBufferWriter<byte> to, JsonArray a)
    {
        to.Write("["u8);
        var first = true;
        foreach (var value in a)
        {
            if (!first) to.Write(","u8);
            first = false;
            Write(to, value);
        }
        to.Write("]"u8);
    }

    private static bool IsAbsent(JsonNode? node) => node switch
    {
        null => true,
        JsonArray a => a.Count == 0,
        JsonObject o => o.All(p => IsAbsent(p.Value)),
        _ => false,
    };

    private static void WriteValue(ArrayBufferWriter<byte> to, JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String: WriteString(to, value.GetValue<string>()); break;
            case JsonValueKind.True: to.Write("true"u8); break;
            case JsonValueKind.False: to.Write("false"u8); break;
            case JsonValueKind.Number: WriteInteger(to, value); break;
            default: throw new FormatException("A body holds no null on its own.");
        }
    }

    private static void WriteInteger(ArrayBufferWriter<byte> to, JsonValue value)
    {
        if (!long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n)
            || n is > Largest or < -Largest)
            throw new FormatException($"{value.ToJsonString()} is not a whole number below 2^53; write decimals as text.");
        to.Write(Encoding.ASCII.GetBytes(n.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>One JSON string: only quotation mark, backslash and control characters are escaped.</summary>
    private static void WriteString(ArrayBufferWriter<byte> to, string text)
    {
        to.Write("\""u8);
        var rest = OneForm(text).AsSpan();
        for (int at; (at = rest.IndexOfAny(Escaped)) >= 0; rest = rest[(at + 1)..])
        {
            Encoding.UTF8.GetBytes(rest[..at], to);
            to.Write(Escape(rest[at]));
        }
        Encoding.UTF8.GetBytes(rest, to);
        to.Write("\""u8);
    }

    private static ReadOnlySpan<byte> Escape(char character) => character switch
    {
        '"' => "\\\""u8,
        '\\' => "\\\\"u8,
        '\b' => "\\b"u8,
        '\t' => "\\t"u8,
        '\n' => "\\n"u8,
        '\f' => "\\f"u8,
        '\r' => "\\r"u8,
        _ => Encoding.ASCII.GetBytes(FormattableString.Invariant($"\\u{(int)character:x4}")),
    };

    private static string OneForm(string text)
    {
        if (Ascii.IsValid(text)) return text;
        WholeText.Check(text);
        // .NET refuses to normalise the noncharacter U+FFFE, which combines with nothing.
        return text.Contains(NotACharacter, StringComparison.Ordinal)
            ? string.Join(NotACharacter, text.Split(NotACharacter).Select(part => part.Normalize(NormalizationForm.FormC)))
            : text.Normalize(NormalizationForm.FormC);
    }
}
