using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Kept.Core.Tests.Records;

/// <summary>Makes bodies of any record type by looking at its fields.</summary>
internal static class BodyMaker
{
    /// <summary>With a value in every field, and two in every list.</summary>
    internal static object Filled(Type type) => Make(type, _ => true);

    /// <summary>With a value only where the type insists.</summary>
    internal static object Bare(Type type) => Make(type, IsRequired);

    internal static IEnumerable<PropertyInfo> Required(Type type) => Fields(type).Where(IsRequired);

    /// <summary>The type and the types of its parts, and of theirs.</summary>
    internal static IEnumerable<Type> Types(Type type)
    {
        var seen = new List<Type> { type };
        for (var i = 0; i < seen.Count; i++)
            seen.AddRange(Fields(seen[i]).Select(p => Item(p.PropertyType)).Where(t => IsPart(t) && !seen.Contains(t)).Distinct());
        return seen;
    }

    /// <summary>JSON of a full body in which one part is replaced by an empty one, for each part and each list of parts.</summary>
    internal static IEnumerable<string> Hollows(Type type)
    {
        foreach (var field in Fields(type).Where(p => IsPart(Item(p.PropertyType))))
        {
            var fields = Fields(type).Select(p => Name(p) + ":" + (p == field ? (IsList(p.PropertyType) ? "[{}]" : "{}")
                : JsonSerializer.Serialize(Value(p.PropertyType, p.Name, _ => true), Kept.Core.Records.BodyJson.Options)));
            yield return "{" + string.Join(',', fields) + "}";
        }
    }

    private static string Name(PropertyInfo field) => $"\"{JsonNamingPolicy.CamelCase.ConvertName(field.Name)}\"";

    private static IEnumerable<PropertyInfo> Fields(Type type) => type.GetProperties().Where(p => p.CanWrite);

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    private static bool IsPart(Type type) => type.IsClass && type != typeof(string);

    private static Type Item(Type type) => IsList(type) ? type.GetGenericArguments()[0] : Nullable.GetUnderlyingType(type) ?? type;

    private static bool IsRequired(PropertyInfo field) => field.GetCustomAttribute<RequiredMemberAttribute>() is not null;

    private static object Make(Type type, Func<PropertyInfo, bool> wanted)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p =>
            p.HasDefaultValue && !wanted(type.GetProperty(p.Name!)!) ? p.DefaultValue : Value(p.ParameterType, p.Name!, wanted))]);
        foreach (var field in Fields(type).Where(f => wanted(f) && constructor.GetParameters().All(p => p.Name != f.Name)))
            field.SetValue(made, Value(field.PropertyType, field.Name, wanted));
        return made;
    }

    private static object Value(Type type, string name, Func<PropertyInfo, bool> wanted)
    {
        var item = Item(type);
        if (IsList(type))
        {
            var list = Array.CreateInstance(item, 2);
            for (var i = 0; i < 2; i++) list.SetValue(Value(item, $"{name} {i}", wanted), i);
            return list;
        }
        return item == typeof(string) ? $"kind/{name}: é € 😀 \"\\"
            : item == typeof(int) ? 7
            : item == typeof(long) ? 9007199254740991L
            : item == typeof(bool) ? true
            : item == typeof(DateOnly) ? new DateOnly(2024, 2, 29)
            : IsPart(item) ? Make(item, wanted)
            : throw new NotSupportedException($"{item} is a new kind of field: say here what it may hold.");
    }
}
