using Kept.Core.Evidence;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Testing;

namespace Kept.Web.Tests.Commands;

public sealed class PublishCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public PublishCommandTests() => Data = Directory.CreateDirectory(_folder.File("data")).FullName;

    private string Data { get; }

    public void Dispose() => _folder.Dispose();

    private string File(string records, string effective = "2026-01-01") =>
        _folder.Write("file.yaml", $"why: A letter came.\neffective: {effective}\nrecords:\n{records}\n");

    private Task<Child.Ended> Publish(string file, params string[] more) => Child.Run(["publish", file, "--data", Data, .. more]);

    [Fact]
    public async Task Beside_a_running_server_the_page_shows_it_at_once()
    {
        await DataFolderOf.Three(Data);
        await using var server = await Child.Serve(Data);
        using var client = new HttpClient { BaseAddress = await server.Address() };
        Assert.DoesNotContain("Quite new", await client.GetStringAsync(new Uri("/sources", UriKind.Relative)), StringComparison.Ordinal);

        var published = await Publish(File("- {kind: source, id: s0, expect: 1, set: {title: Quite new}}"));

        Assert.Equal((0, ""), (published.Exit, published.Complained));
        Assert.StartsWith("published 4 ", published.LastLine, StringComparison.Ordinal);
        Assert.Contains("Quite new", await client.GetStringAsync(new Uri("/sources", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal("ok" + published.LastLine["published".Length..], (await Child.Run("verify", "--data", Data)).LastLine);
    }

    [Fact]
    public async Task Without_a_server_it_writes_itself_and_what_it_wrote_came_by_publish()
    {
        await DataFolderOf.Three(Data);
        var published = await Publish(File("- {kind: source, id: s0, expect: 1, set: {title: Quite new}}"));
        Assert.StartsWith("published 4 ", published.LastLine, StringComparison.Ordinal);
        using var register = Register.Open(SqliteStore.OpenToRead(Path.Combine(Data, "kept.db")), TestClock.At(2026, 11, 21));
        var version = register.Snapshot.Newest(RecordKey.Of<Source>("s0"))!;
        Assert.Equal(("Quite new", "publish", "A letter came."), (((Source)version.Body!).Title, version.Via, version.Why));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_wrong_with_a_file_is_said_with_its_line_and_nothing_is_written(bool served)
    {
        await DataFolderOf.Three(Data);
        await using var server = served ? await Child.Serve(Data) : null;
        var file = File("- {kind: source, id: s0, expect: 1, set: {title: New}}\n- {kind: sorce, id: s1, expect: 1, set: {title: New}}");
        Plain.Words(await Publish(file), $"{file}:5: there is no kind of record \"sorce\"; expected one of", "Nothing was published; the record is as it was.", "Mend");
        Assert.StartsWith("ok 3 ", (await Child.Run("verify", "--data", Data)).LastLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_version_that_is_no_longer_the_newest_is_refused_with_both_texts(bool served)
    {
        await DataFolderOf.Three(Data);
        await using var server = served ? await Child.Serve(Data) : null;
        await Publish(File("- {kind: source, id: s0, expect: 1, set: {title: Theirs}}"));
        var refused = await Publish(File("- {kind: source, id: s1, expect: 1, set: {title: Beside}}\n- {kind: source, id: s0, expect: 1, set: {title: Mine}}"));
        Plain.Words(refused, "source/s0 has changed since you saw it", "Nothing was written.", "Look at the newer words");
        Assert.Contains("it says now: Theirs", refused.Said, StringComparison.Ordinal);
        Assert.Contains("you say:     Mine", refused.Said, StringComparison.Ordinal);
        Assert.StartsWith("ok 4 ", (await Child.Run("verify", "--data", Data)).LastLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_trial_says_what_would_be_written_and_writes_nothing(bool served)
    {
        await DataFolderOf.Three(Data);
        await Publish(File("- {kind: source, id: s0, expect: 1, set: {publisher: A house}}"));
        await using var server = served ? await Child.Serve(Data) : null;
        var trial = await Publish(File("- {kind: source, id: s0, expect: 2, effective: 2021-03-31, corrects: 1, set: {title: Right}}"), "--dry-run");
        Assert.Equal(0, trial.Exit);
        Assert.Contains("source/s0, version 3, from 31 March 2021: corrected\n  title: Source 0 -> Right\n", trial.Said, StringComparison.Ordinal);
        Assert.Contains("source/s0, version 4, from 1 January 2026: corrected\n  It carried the same wrong words", trial.Said, StringComparison.Ordinal);
        Assert.Equal("This was a trial: 2 entries would be written. Nothing was published.", trial.LastLine);
        Assert.StartsWith("ok 4 ", (await Child.Run("verify", "--data", Data)).LastLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_file_goes_through_the_door_too()
    {
        await DataFolderOf.Three(Data);
        await using var server = await Child.Serve(Data);
        var records = string.Join('\n', Enumerable.Range(0, 2000).Select(i => $"- {{kind: source, id: new-{i}, expect: 0, set: {{title: A source with a title that takes some room, kind: report}}}}"));
        Assert.StartsWith("published 2003 ", (await Publish(File(records))).LastLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said() =>
        Plain.Words(await Publish(_folder.File("nowhere.yaml")), "nowhere.yaml", "Nothing was changed.", "Check the path");

    [Fact]
    public async Task The_door_is_not_there_from_outside()
    {
        await DataFolderOf.Three(Data);
        await using var server = await Child.Serve(Data);
        using var client = new HttpClient { BaseAddress = await server.Address() };
        using var answer = await client.PostAsync(new Uri("/door/publish?name=x&trial=false", UriKind.Relative), new StringContent("why: x"));
        Assert.Equal(405, (int)answer.StatusCode);
    }
}
