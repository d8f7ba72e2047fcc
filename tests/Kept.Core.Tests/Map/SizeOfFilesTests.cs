using Kept.Testing;

namespace Kept.Core.Tests.Map;

/// <summary>Small files: a file that grows past its bar has more than one purpose. What a tool wrote is not counted.</summary>
public sealed class SizeOfFilesTests
{
    private static IEnumerable<(string Path, int Lines)> Files(string folder, params string[] endings) =>
        Directory.EnumerateFiles(Repository.At(folder), "*", SearchOption.AllDirectories)
            .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
            .Where(f => !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal)
                && !f.Contains("/node_modules/", StringComparison.Ordinal) && !f.Contains("/wwwroot/", StringComparison.Ordinal)
                && !f.Contains("/Kept.Migrations/Sqlite/", StringComparison.Ordinal) && !f.Contains("/Kept.Migrations/Postgres/", StringComparison.Ordinal))
            .Select(f => (Path.GetRelativePath(Repository.Root, f), File.ReadLines(f).Count()));

    [Fact]
    public void No_source_file_is_longer_than_400_lines() =>
        Assert.DoesNotContain(Files("src", ".cs", ".cshtml", ".scss", ".js", ".mjs", ".sql"), f => f.Lines > 400);

    [Fact]
    public void No_test_file_is_longer_than_600_lines() => Assert.DoesNotContain(Files("tests", ".cs"), f => f.Lines > 600);

    [Fact]
    public void Half_of_the_source_files_have_at_most_60_lines()
    {
        var lines = Files("src", ".cs").Select(f => f.Lines).Order().ToList();
        Assert.True(lines[lines.Count / 2] <= 60, $"The median source file has {lines[lines.Count / 2]} lines.");
    }
}
