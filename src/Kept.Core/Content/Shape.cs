using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Kept.Core.Evidence;

namespace Kept.Core.Content;

/// <summary>What a value of a field is.</summary>
internal enum FieldKind
{
    Text,
    Whole,
    YesNo,
    Day,
    Cite,
    Part,
}

/// <summary>A field as a pack names it.</summary>
/// <param name="Type">The part's own type when the kind is Part.</param>
/// <param name="Words">The words it may hold, when the list is closed.</param>
internal sealed record ShapeField(string Name, FieldKind Kind, Type Type, bool IsList, bool Required, IReadOnlyList<string>? Words);

/// <summary>The fields of a record type or of a part of one, in the order in which they are written.</summary>
internal sealed record Shape(Type Type, IReadOnlyList<ShapeField> Fields)
{
    private static readonly ConcurrentDictionary<Type, Shape> Known = new();

    /// <summary>Whether it is small enough to stand on one line: plain values and no name or source of its own.</summary>
    public bool IsSmall => Fields.All(f => !f.IsList && f.Kind is not (FieldKind.Part or FieldKind.Cite) && f.Name != "id");

    public IReadOnlyList<string> Names => [.. Fields.Select(f => f.Name)];

    public ShapeField? Find(string name) => Fields.FirstOrDefault(f => f.Name == name);

    public static Shape Of(Type type) => Known.GetOrAdd(type, Make);

    private static Shape Make(Type type)
    {
        var parameters = type.GetConstructors().SelectMany(c => c.GetParameters()).Where(p => type.GetProperty(p.Name!) is not null)
            .ToDictionary(p => p.Name!, StringComparer.Ordinal);
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite)
            .OrderBy(p => p.DeclaringType == type).ThenBy(p => parameters.TryGetValue(p.Name, out var at) ? at.Position : int.MaxValue).ThenBy(p => p.MetadataToken);
        return new(type, [.. properties.Select(p => Field(type, p, parameters.GetValueOrDefault(p.Name)))]);
    }

    private static ShapeField Field(Type owner, PropertyInfo property, ParameterInfo? parameter)
    {
        var type = property.PropertyType;
        var list = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
        var value = list ? type.GetGenericArguments()[0] : Nullable.GetUnderlyingType(type) ?? type;
        var required = property.GetCustomAttribute<RequiredMemberAttribute>() is not null
            || (parameter is { HasDefaultValue: false } && new NullabilityInfoContext().Create(parameter).WriteState != NullabilityState.Nullable);
        return new(
            JsonNamingPolicy.CamelCase.ConvertName(property.Name), KindOf(owner, property, value), value, list, required,
            ClosedLists.Of(owner, property.Name));
    }

    private static FieldKind KindOf(Type owner, PropertyInfo property, Type value) =>
        value == typeof(string) ? FieldKind.Text
        : value == typeof(int) || value == typeof(long) ? FieldKind.Whole
        : value == typeof(bool) ? FieldKind.YesNo
        : value == typeof(DateOnly) ? FieldKind.Day
        : value == typeof(Cite) ? FieldKind.Cite
        : value.IsClass && value.Assembly == typeof(Shape).Assembly ? FieldKind.Part
        : throw new NotSupportedException($"{owner.Name}.{property.Name} is a {value.Name}, which no pack can hold.");
}
