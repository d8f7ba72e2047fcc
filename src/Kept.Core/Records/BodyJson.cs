using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kept.Core.Records;

/// <summary>How bodies are written to and read from JSON: camelCase, enums as kebab-case words, fields unknown to a type survive.</summary>
public static class BodyJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        RespectNullableAnnotations = true,
        IgnoreReadOnlyProperties = true,
    };

    /// <summary>Reads a record body; throws <see cref="JsonException"/> when it does not fit the type.</summary>
    public static RecordBody Read(string kind, ReadOnlyMemory<byte> json)
    {
        var type = RecordKinds.TypeOf(kind) ?? throw new JsonException($"This version of Kept knows no kind \"{kind}\".");
        return (RecordBody)JsonSerializer.Deserialize(json.Span, type, Options)!;
    }
}
