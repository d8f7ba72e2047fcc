using Kept.Core.Content;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Testing;

namespace Kept.Core.Tests.Content;

/// <summary>The paper for people who edit packs names what there is.</summary>
public sealed class PackPaperTests
{
    private static readonly string Paper = File.ReadAllText(Repository.At("docs", "data", "pack.md"));

    [Fact]
    public void It_names_every_folder_every_table_of_commitments_and_every_qualifier()
    {
        Assert.All(RecordKinds.Names, kind => Assert.Contains(PackLayout.FolderOf(kind), Paper, StringComparison.Ordinal));
        Assert.All(TableShape.Of("commitment", RecordKinds.TypeOf("commitment")!), t => Assert.Contains($"{t.Name}.csv", Paper, StringComparison.Ordinal));
        Assert.Contains($"`{string.Join(' ', Qualifiers.All)}`", Paper, StringComparison.Ordinal);
        Assert.Contains($"at most {PackFiles.LargestFile / 1024 / 1024} MB", Paper, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_example_of_versions_is_read_as_it_says()
    {
        var example = Paper.Split("```yaml\n")[1].Split("```")[0];
        var problems = new Problems();
        var drafts = new PackDrafts(problems).Read([new("actions/support.yaml", example)]);
        Assert.Equal([], problems.Errors);
        Assert.Equal(["2021-03-31", "2021-06-30"], drafts.Select(d => d.Map.TextOf("effective")));
        Assert.Equal("Support", drafts[1].Map.TextOf("title"));
    }
}
