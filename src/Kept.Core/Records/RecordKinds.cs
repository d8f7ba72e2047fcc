using System.Collections.Frozen;
using System.Reflection;

namespace Kept.Core.Records;

/// <summary>Which record types there are. A type joins by its <see cref="KindAttribute"/>.</summary>
public static class RecordKinds
{
    private static readonly FrozenDictionary<string, Type> ByName = typeof(RecordBody).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(RecordBody)))
        .ToFrozenDictionary(t => t.GetCustomAttribute<KindAttribute>()!.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, string> ByType = ByName.ToFrozenDictionary(p => p.Value, p => p.Key);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Spelled =
        ByName.Keys.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The name of a kind, in one string for all where it is known.</summary>
    internal static string Same(ReadOnlySpan<char> name) => Spelled.TryGetValue(name, out var known) ? known : name.ToString();

    public static IEnumerable<string> Names => ByName.Keys.Order(StringComparer.Ordinal);

    public static string NameOf<T>() where T : RecordBody => Named<T>.Name;

    public static string NameOf(Type type) => ByType[type];

    private static class Named<T>
    {
        public static readonly string Name = ByType[typeof(T)];
    }

    /// <summary>The type of a kind, or null for one this version of Kept does not know.</summary>
    public static Type? TypeOf(string name) => ByName.GetValueOrDefault(name);
}
