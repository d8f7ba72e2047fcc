using Kept.Testing;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Kept.Core.Tests.Map;

/// <summary>Holds the compiled code against the two tables of docs/map.md.</summary>
public sealed class WhoMayCallWhomTests
{
    [Theory]
    [InlineData("Kept.Core.dll", "Kept.Core", "room of Core")]
    [InlineData("kept.dll", "Kept.Web", "part of Web")]
    public void Every_call_between_rooms_is_declared_on_the_map(string assembly, string root, string table)
    {
        var allowed = Allowed(table);
        var calls = Calls(assembly, root).ToList();
        Assert.NotEmpty(calls);
        var undeclared = calls.Where(c => c.From != "Site" && !allowed.GetValueOrDefault(c.From, []).Contains(c.To, StringComparer.Ordinal));
        Assert.Empty(undeclared.Select(c => $"{c.From} calls {c.To}: {c.Where}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_room_is_on_the_map()
    {
        var rooms = Calls("Kept.Core.dll", "Kept.Core").Select(c => c.From).Distinct(StringComparer.Ordinal);
        Assert.Empty(rooms.Except(Allowed("room of Core").Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void Core_knows_no_web()
    {
        using var core = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, "Kept.Core.dll"));
        // The tables of accounts bear the web's name and know no request (ADR 21).
        Assert.DoesNotContain(core.MainModule.AssemblyReferences, r => r.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) && r.Name != "Microsoft.AspNetCore.Identity.EntityFrameworkCore");
    }

    [Fact]
    public void A_planted_call_is_found()
    {
        var calls = Calls("Kept.Core.dll", "Kept.Core").ToList();
        Assert.Contains(calls, c => c is { From: "Assessments", To: "Programme" });
        Assert.DoesNotContain("Programme", Allowed("room of Core")["Records"]);
    }

    private static Dictionary<string, string[]> Allowed(string table)
    {
        var lines = File.ReadAllLines(Repository.At("docs", "map.md"));
        var start = Array.FindIndex(lines, l => l.StartsWith($"| {table} |", StringComparison.Ordinal));
        Assert.True(start >= 0, $"docs/map.md has no table of the {table}.");
        return lines.Skip(start + 2).TakeWhile(l => l.StartsWith('|')).Select(l => l.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(c => c[1], c => c[2].Split(", ", StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
    }

    private static IEnumerable<(string From, string To, string Where)> Calls(string file, string root)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, file));
        foreach (var type in assembly.MainModule.GetAllTypes())
        {
            if (Room(type, root) is not { } from) continue;
            foreach (var (mentioned, where) in Mentions(type))
                foreach (var to in Parts(mentioned).Select(t => Room(t.Resolve(), root)))
                    if (to is not null && to != from) yield return (from, to, where);
        }
    }

    private static IEnumerable<(TypeReference Type, string Where)> Mentions(TypeDefinition type)
    {
        foreach (var field in type.Fields) yield return (field.FieldType, field.FullName);
        foreach (var method in type.Methods)
        {
            foreach (var parameter in method.Parameters) yield return (parameter.ParameterType, method.FullName);
            if (!method.HasBody) continue;
            foreach (var operand in method.Body.Instructions.Select(i => i.Operand))
            {
                if (operand is MethodReference called) yield return (called.DeclaringType, method.FullName);
                if (operand is GenericInstanceMethod generic)
                    foreach (var argument in generic.GenericArguments) yield return (argument, method.FullName);
                if (operand is FieldReference field) yield return (field.DeclaringType, method.FullName);
                if (operand is TypeReference mentioned) yield return (mentioned, method.FullName);
            }
        }
    }

    // A List<Remark> mentions Remark too.
    private static IEnumerable<TypeReference> Parts(TypeReference type)
    {
        yield return type.GetElementType();
        if (type is not GenericInstanceType generic) yield break;
        foreach (var part in generic.GenericArguments.SelectMany(Parts)) yield return part;
    }

    private static string? Room(TypeDefinition? type, string root)
    {
        while (type?.DeclaringType is { } outer) type = outer;
        if (type?.Namespace is not { } name || !name.StartsWith(root, StringComparison.Ordinal)) return null;
        if (name == root) return root == "Kept.Web" ? "Site" : null;
        var parts = name[(root.Length + 1)..].Split('.');
        return parts[0] == "Features" && parts.Length > 1 ? $"Features.{parts[1]}" : parts[0];
    }
}
