using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Kept.Testing;
using Kept.Web.Commands;

namespace Kept.Web.Tests.Commands;

/// <summary>What docs/operate tells an operator to do can be done, and what it says can be set can be set.</summary>
public sealed partial class OperatePaperTests
{
    [Fact]
    public void Every_option_and_variable_is_on_the_page_of_settings_and_no_other()
    {
        var page = File.ReadAllText(Repository.At("docs", "operate", "settings.md"));
        var options = Options(KeptCommand.Root()).Except(["--help", "--version"], StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(options.Order(StringComparer.Ordinal), AnOption().Matches(page).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var source = string.Concat(Directory.EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.Equal(AVariable().Matches(source).Select(m => m.Value.Trim('"')).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            AName().Matches(page).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        foreach (var name in Names(KeptCommand.Root(), "kept")) Assert.Contains($"`{name}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_backup_and_restore_can_be_followed_word_for_word()
    {
        using var folder = new TempFolder();
        var hash = await DataFolderOf.Three(folder.File("data"));
        Directory.CreateDirectory(folder.File("backups"));
        Directory.CreateDirectory(folder.File("elsewhere"));
        var page = await File.ReadAllTextAsync(Repository.At("docs", "operate", "backup-and-restore.md"));
        var script = new StringBuilder($"set -euo pipefail\nkept() {{ dotnet '{Child.Program}' \"$@\"; }}\n");
        foreach (Match block in AShellBlock().Matches(page))
        {
            // The machine that is gone: what stood there is moved away before the page restores it.
            if (block.Value.Contains("kept restore /mnt/elsewhere/monday.db --data /var/lib/kept\n", StringComparison.Ordinal)) script.Append("mv /var/lib/kept /var/lib/kept.gone\n");
            script.Append(block.Groups["commands"].Value);
        }
        var here = script.ToString().Replace("/var/lib/kept", folder.File("data"), StringComparison.Ordinal)
            .Replace("/var/backups/kept", folder.File("backups"), StringComparison.Ordinal).Replace("/mnt/elsewhere", folder.File("elsewhere"), StringComparison.Ordinal);
        var ended = await Child.Run(Child.Start("bash", ["-c", here]));
        Assert.True(ended.Exit == 0, ended.Everything);
        Assert.Equal(7, ended.Said.Split('\n').Count(l => l == $"ok 3 {hash}"));
        Assert.Equal(2, ended.Said.Split('\n').Count(l => l == $"backed up 3 {hash}"));
    }

    [Fact]
    public void Every_page_of_the_folder_is_named_on_its_first_and_every_link_leads_to_one()
    {
        var folder = Repository.At("docs", "operate");
        var first = File.ReadAllText(Path.Combine(folder, "README.md"));
        Assert.All(Directory.GetFiles(folder, "*.md").Select(f => Path.GetFileName(f)!).Where(f => f != "README.md"), name => Assert.Contains($"({name})", first, StringComparison.Ordinal));
        foreach (var page in Directory.GetFiles(folder, "*.md"))
            foreach (Match link in ALink().Matches(File.ReadAllText(page)))
                Assert.True(File.Exists(Path.Combine(folder, link.Groups["to"].Value)), $"{link.Value} on {Path.GetFileName(page)}");
    }

    [Fact]
    public void The_unit_sets_only_what_can_be_set()
    {
        var page = File.ReadAllText(Repository.At("docs", "operate", "settings.md"));
        foreach (var unit in Directory.GetFiles(Repository.At("docs", "operate"), "*.service"))
            Assert.All(AName().Matches(File.ReadAllText(unit)), name => Assert.Contains($"`{name.Value}", page, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Options(Command command) => command.Options.Select(o => o.Name).Concat(command.Subcommands.SelectMany(Options));

    private static IEnumerable<string> Names(Command command, string path) =>
        command.Subcommands.SelectMany(s => s.Subcommands.Count > 0 ? Names(s, $"{path} {s.Name}") : [$"{path} {s.Name}"]);

    [GeneratedRegex("--[a-z][a-z-]+", RegexOptions.NonBacktracking)]
    private static partial Regex AnOption();

    [GeneratedRegex("\"KEPT_[A-Z_]+\"", RegexOptions.NonBacktracking)]
    private static partial Regex AVariable();

    [GeneratedRegex("KEPT_[A-Z_]+", RegexOptions.NonBacktracking)]
    private static partial Regex AName();

    [GeneratedRegex("```sh\n(?<commands>[^`]*)```", RegexOptions.NonBacktracking)]
    private static partial Regex AShellBlock();

    [GeneratedRegex(@"\]\((?<to>[^)#:]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex ALink();
}
