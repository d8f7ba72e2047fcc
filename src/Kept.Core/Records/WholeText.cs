using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kept.Core.Records;

/// <summary>Refuses half a character (a lone surrogate), which the JSON writer would quietly turn into a question mark.</summary>
internal sealed class WholeText : JsonConverter<string>
{
    /// <summary>Throws <see cref="FormatException"/> when the text holds a lone surrogate.</summary>
    internal static void Check(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[++i]))
                throw new FormatException("The text holds half a character (a lone surrogate) and cannot be kept.");
        }
    }

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        Check(value);
        writer.WriteStringValue(value);
    }
}
