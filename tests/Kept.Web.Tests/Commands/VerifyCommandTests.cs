using Kept.Testing;

namespace Kept.Web.Tests.Commands;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Task<Child.Ended> Verify(params string[] more) => Child.Run(["verify", "--data", _folder.Path, .. more]);

    [Fact]
    public async Task A_whole_record_ends_with_ok_its_entry_and_its_hash()
    {
        var hash = await DataFolderOf.Three(_folder.Path);
        var ended = await Verify();
        Assert.Equal((0, $"ok 3 {hash}", ""), (ended.Exit, ended.LastLine, ended.Complained));
        Assert.StartsWith("SQLite 3.", ended.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_published_head_is_compared()
    {
        var hash = await DataFolderOf.Three(_folder.Path);
        var right = await Verify("--head", "3:" + hash);
        Assert.Equal((0, $"ok 3 {hash}"), (right.Exit, right.LastLine));
        var wrong = await Verify("--head", "2:" + hash);
        Assert.Equal((1, "broken at 2: its hash is not the one that was published"), (wrong.Exit, wrong.LastLine));
        DataFolderOf.Alter(_folder.Path, "delete from item where hash = (select item from entry where number = 3); delete from entry where number = 3");
        var cut = await Verify("--head", "3:" + hash);
        Assert.Equal((1, "broken at 3: the record ends before it, but entry 3 was published"), (cut.Exit, cut.LastLine));
        Assert.Equal(0, (await Verify()).Exit);
    }

    [Fact]
    public async Task A_changed_record_ends_with_where_it_is_broken()
    {
        await DataFolderOf.Three(_folder.Path);
        DataFolderOf.Alter(_folder.Path, "update item set body = replace(body, 'Source 1', 'Source 7')");
        var ended = await Verify();
        Assert.Equal((1, "broken at 2: its body was changed", ""), (ended.Exit, ended.LastLine, ended.Complained));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("3")]
    [InlineData("3:abc")]
    [InlineData(":0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("-3:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("3:zzzz000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("99999999999999999999:0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_head_that_is_none_is_refused_before_anything_is_checked(string head)
    {
        await DataFolderOf.Three(_folder.Path);
        var ended = await Verify("--head", head);
        Plain.Words(ended, $"\"{head}\" is not a head.", "Nothing was checked.", "A head is an entry's number, a colon, and");
        Assert.Empty(ended.Said);
    }

    [Theory]
    [InlineData("this is no database at all, though it is long enough to be taken for one by its length alone")]
    [InlineData("")]
    public async Task A_file_that_is_no_database_is_broken_and_said_so(string content)
    {
        _folder.Write("kept.db", content);
        var ended = await Verify();
        Plain.Words(ended, "is damaged", "It was left as it is.", "Restore the last backup");
        Assert.Equal("broken at 1: the database cannot be read", ended.LastLine);
        Assert.Equal(content, await File.ReadAllTextAsync(_folder.File("kept.db")));
    }

    [Fact]
    public async Task A_database_without_its_second_half_is_broken()
    {
        await DataFolderOf.Three(_folder.Path);
        await using (var file = new FileStream(_folder.File("kept.db"), FileMode.Open)) file.SetLength(file.Length / 2);
        var ended = await Verify();
        Assert.Equal(1, ended.Exit);
        Assert.StartsWith("broken at 1: ", ended.LastLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_programs_database_is_broken_and_stays_as_it_is()
    {
        DataFolderOf.Alter(_folder.Path, "create table entry (id integer primary key); insert into entry values (7)");
        var before = await File.ReadAllBytesAsync(_folder.File("kept.db"));
        var ended = await Verify();
        Assert.Equal(1, ended.Exit);
        Assert.Contains("its tables are not those of Kept", ended.LastLine, StringComparison.Ordinal);
        Plain.Words(await Child.Run("load", _folder.Path, "--data", _folder.Path), "its tables are not those of Kept", "It was left as it is.", "Restore the last backup");
        Assert.Equal(before, await File.ReadAllBytesAsync(_folder.File("kept.db")));
    }
}
