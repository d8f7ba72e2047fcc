using Kept.Core.Records.Sqlite;
using Kept.Testing;
using Kept.Web.Tests.Commands;

namespace Kept.Web.Tests.Faults;

/// <summary>A disk that is full, or answers with errors, under a running server.</summary>
public sealed class FailingDiskTests
{
    private static readonly string[] Pages = ["/", "/sources", "/sources.json", "/changes", "/search?q=letter"];

    [Fact]
    public async Task A_full_disk_stops_changes_in_words_and_no_page_and_freed_it_goes_on()
    {
        using var disk = new SmallDisk();
        await using var server = await Child.ServeUnder(disk.Under, disk.Data);
        using var sender = new Sender(disk.Data);
        using var pages = await Served.By(server);
        var outcome = new Outcome();
        Assert.True(outcome.Add("first", await sender.Pair("first")).Acknowledged);
        var (words, isSeen) = disk.Refusal;

        disk.Fill(server.Id);
        for (var n = 0; n < 500 && outcome.Refused + outcome.Unknown < 20; n++)
        {
            var answer = outcome.Add($"full-{n}", await sender.Pair($"full-{n}"));
            if (answer.Acknowledged) continue;
            Assert.Equal(503, answer.Status);
            if (!answer.IsUnknown) Assert.Contains(words, answer.Words, StringComparison.Ordinal);
            foreach (var page in Pages) Assert.Equal((page, 200), (page, await pages.Status(page)));
        }
        Assert.InRange(outcome.Refused, 1, 20);
        Assert.Equal(20, outcome.Refused + outcome.Unknown);
        Assert.Contains(words, server.SaidSoFar, StringComparison.Ordinal);
        if (isSeen) await pages.Until(ready: 503, seconds: 5);

        disk.Free();
        await pages.Until(ready: 200, seconds: 5);
        Assert.True(outcome.Add("last", await sender.Pair("last")).Acknowledged);
        Assert.Equal(0, (await server.Signal("TERM")).Exit);
        Assert.Empty(outcome.Against(Sender.Stored(SqliteStore.OpenToRead(Path.Combine(disk.Data, "kept.db")))));
    }

    [Theory]
    [InlineData("fsync,fdatasync:error=EIO", "to disk")]
    [InlineData("pwrite64:error=ENOSPC", "There is no space left")]
    [InlineData("pwrite64:error=EIO", "cannot be used")]
    public async Task While_the_disk_answers_with_errors_nothing_is_acknowledged_and_afterwards_it_goes_on(string fault, string words)
    {
        using var folder = new TempFolder();
        await using var server = await Child.Serve(folder.Path);
        using var sender = new Sender(folder.Path);
        using var pages = await Served.By(server);
        var outcome = new Outcome();
        // The private half's tables are made after the start, and would make the log longer just when it is measured.
        Assert.Equal(200, await pages.Status("/account/sign-in"));
        for (var n = 0; n < 20; n++) Assert.True(outcome.Add($"well-{n}", await sender.Pair($"well-{n}")).Acknowledged);
        var log = new FileInfo(folder.File("kept.db-wal"));
        var before = log.Length;

        await using (await Strace.Failing(server.Id, fault))
        {
            for (var n = 0; n < 6; n++)
            {
                var answer = outcome.Add($"ill-{n}", await sender.Pair($"ill-{n}"));
                Assert.Equal((503, false), (answer.Status, answer.Acknowledged));
                Assert.DoesNotContain("Exception", answer.Words, StringComparison.Ordinal);
                foreach (var page in Pages) Assert.Equal((page, 200), (page, await pages.Status(page)));
            }
        }
        Assert.Contains(words, server.SaidSoFar, StringComparison.Ordinal);

        for (var n = 0; n < 5; n++) Assert.True(outcome.Add($"again-{n}", await sender.Pair($"again-{n}")).Acknowledged);
        // What a failed sync may have dropped was written anew, not built upon.
        log.Refresh();
        if (outcome.Unknown > 0) Assert.InRange(log.Length, 0, before - 1);
        Assert.Equal(0, (await server.Signal("TERM")).Exit);
        Assert.Empty(outcome.Against(Sender.Stored(SqliteStore.OpenToRead(folder.File("kept.db")))));
    }

    [Theory]
    [InlineData("fsync,fdatasync:error=EIO:when=3+5")]
    [InlineData("pwrite64:error=ENOSPC:when=7+23")]
    public async Task With_an_error_now_and_then_what_is_acknowledged_is_what_is_stored(string fault)
    {
        using var folder = new TempFolder();
        await using var server = await Child.Serve(folder.Path);
        using var sender = new Sender(folder.Path);
        var outcome = new Outcome();
        await using (await Strace.Failing(server.Id, fault))
        {
            for (var n = 0; n < 60; n++) outcome.Add($"id-{n}", await sender.Pair($"id-{n}"));
        }
        Assert.InRange(outcome.Acknowledged, 1, 59);
        Assert.True(outcome.Add("last", await sender.Pair("last")).Acknowledged);
        await server.Signal("KILL");
        Assert.Empty(outcome.Against(Sender.Stored(SqliteStore.OpenToRead(folder.File("kept.db")))));
    }

    [Fact]
    public void The_same_comparison_catches_what_is_lost_or_there_against_what_was_said()
    {
        var outcome = new Outcome();
        outcome.Add("a", new(200, "published 2 x", true, null));
        outcome.Add("b", new(503, "There is no space left.", true, null));
        outcome.Add("c", new(0, "cut", true, null));
        Assert.Empty(outcome.Against(new HashSet<string>(["a"])));
        Assert.Empty(outcome.Against(new HashSet<string>(["a", "c"])));
        Assert.Equal(["a was acknowledged and is lost", "b was refused and is there", "d was never sent"], outcome.Against(new HashSet<string>(["b", "d"])));
    }
}
