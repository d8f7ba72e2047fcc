using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kept.Core.Questionnaires;

/// <summary>Forms and answers as JSON, as the database keeps them.</summary>
public static class FormJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new FormatException("A form or its answers are kept as nothing.");
}
