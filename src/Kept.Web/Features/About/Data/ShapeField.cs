using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kept.Web.House;

namespace Kept.Web.Features.About.Data;

/// <summary>One field of a shape: its name in JSON and what kind of value it holds.</summary>
public sealed record ShapeField(string Name, string Holds, int Order);

/// <summary>A shape as data documents it. <paramref name="Name"/> is its type's name in words, without "shape".</summary>
public sealed record ShapeDescription(string Name, Type Type, IReadOnlyList<ShapeField> Fields)
{
    /// <summary>The shapes given and every shape that stands inside one of them, each once, by name.</summary>
    public static IReadOnlyList<ShapeDescription> Of(IEnumerable<Type> shapes)
    {
        var found = new Dictionary<Type, ShapeDescription>();
        var open = new Queue<Type>(shapes);
        while (open.TryDequeue(out var next))
        {
            var type = Plain(next, open);
            if (!found.TryAdd(type, new(NameOf(type), type, [.. Properties(type).Select(Field).OrderBy(f => f.Order)]))) continue;
            foreach (var inner in Properties(type).Select(p => Inner(p.PropertyType)).Where(IsShape)) open.Enqueue(inner);
        }
        return [.. found.Values.OrderBy(s => s.Name, StringComparer.Ordinal)];
    }

    /// <summary>What a list that is nothing but a list holds; null for any other shape.</summary>
    public static Type? ItemOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ListShape<>) ? type.GetGenericArguments()[0] : null;

    // All such lists have the same fields: they are described once, and what they hold is described by itself.
    private static Type Plain(Type type, Queue<Type> open)
    {
        if (ItemOf(type) is not { } item) return type;
        open.Enqueue(item);
        return typeof(ListShape<object>);
    }

    /// <summary>"CommitmentShape" is "commitment".</summary>
    public static string NameOf(Type type)
    {
        if (ItemOf(type) is not null) return "list";
        var name = type.Name.EndsWith("Shape", StringComparison.Ordinal) && type.Name.Length > 5 ? type.Name[..^5] : type.Name;
        return string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
    }

    private static ShapeField Field(PropertyInfo property) => new(
        JsonNamingPolicy.CamelCase.ConvertName(property.Name), Holds(property.PropertyType), property.GetCustomAttribute<JsonPropertyOrderAttribute>()?.Order ?? 0);

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && p.GetCustomAttribute<JsonIgnoreAttribute>() is null or { Condition: JsonIgnoreCondition.Never })
            .DistinctBy(p => p.Name, StringComparer.Ordinal);

    private static string Holds(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare == typeof(string)) return "text";
        if (bare == typeof(bool)) return "true or false";
        if (bare == typeof(int) || bare == typeof(long)) return "whole number";
        if (bare == typeof(DateOnly)) return "date";
        if (bare == typeof(DateTimeOffset)) return "moment, UTC";
        if (bare == typeof(JsonElement) || bare == typeof(object)) return "any value";
        if (IsDictionary(bare)) return "names with values";
        return Element(bare) is { } element ? "list of " + Holds(element) : NameOf(bare);
    }

    private static Type Inner(Type type) => Element(type) is { } element ? Inner(element) : Nullable.GetUnderlyingType(type) ?? type;

    private static bool IsShape(Type type) => type.Namespace?.StartsWith("Kept.", StringComparison.Ordinal) == true && !type.IsEnum;

    private static bool IsDictionary(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>);

    private static Type? Element(Type type) =>
        type != typeof(string) && !IsDictionary(type) && type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[0] : null;
}
