using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Kept.Core.Records;

/// <summary>How bodies are written to and read from JSON: camelCase, enums as kebab-case words, fields unknown to a type survive.</summary>
public static class BodyJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new WholeText() },
        RespectNullableAnnotations = true,
        IgnoreReadOnlyProperties = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequirePartsNamedFirst } },
    };

    /// <summary>Reads a record body; throws <see cref="JsonException"/> when it does not fit the type.</summary>
    public static RecordBody Read(string kind, ReadOnlyMemory<byte> json)
    {
        var type = RecordKinds.TypeOf(kind) ?? throw new JsonException($"This version of Kept knows no kind \"{kind}\".");
        return (RecordBody)JsonSerializer.Deserialize(json.Span, type, Options)!;
    }

    // What a part names in its brackets must be there, or a page would meet a null that the type rules out; a number that
    // is zero is left out when written, and so may be missing.
    private static void RequirePartsNamedFirst(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false, ParameterType.IsValueType: false }) property.IsRequired = true;
    }
}
