using System.Globalization;
using System.Text.Json;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Testing;
using Kept.Web.Tests.Commands;

namespace Kept.Web.Tests.Faults;

/// <summary>Days that are no ordinary days, and a process whose clock is wrong.</summary>
public sealed class ClockTests
{
    [Theory]
    [InlineData("2027-03-28", "2027-03-28T00:00:00Z")]
    [InlineData("2027-03-29", "2027-03-28T23:00:00Z")]
    [InlineData("2027-10-31", "2027-10-30T23:00:00Z")]
    [InlineData("2027-11-01", "2027-11-01T00:00:00Z")]
    [InlineData("2028-02-29", "2028-02-29T00:00:00Z")]
    [InlineData("2028-03-01", "2028-03-01T00:00:00Z")]
    [InlineData("2038-01-20", "2038-01-20T00:00:00Z")]
    public async Task What_is_dated_ahead_is_served_from_midnight_in_london_whatever_was_kept_and_wherever_the_clock_goes(string day, string midnight)
    {
        var clock = TestClock.At(2026, 11, 21);
        var from = DateTimeOffset.Parse(midnight, CultureInfo.InvariantCulture);
        await using var site = await TestSite.Start(clock, register => Ahead(register, Dates.FromIso(day)!.Value));
        var last = from.AddMicroseconds(-1);
        // Each twice, so that the second may come from what is kept; back and on again, as a clock that is put right goes.
        foreach (var now in (DateTimeOffset[])[last, last, from, from, from.AddHours(-1), from.AddHours(1), from.AddDays(400), last])
        {
            clock.Set(now);
            using var page = await site.Get("/commitments/ahead");
            Assert.Equal((now, now >= from ? 200 : 404), (now, (int)page.StatusCode));
            var list = await site.Json("/commitments.json");
            Assert.Equal((now >= from ? 1 : 0, Dates.Iso(LondonClock.DayOf(now))), (list.GetProperty("total").GetInt32(), list.GetProperty("at").GetString()));
        }
    }

    [Fact]
    public async Task A_process_whose_clock_was_400_days_ahead_and_is_put_right_keeps_the_order()
    {
        using var folder = new TempFolder();
        var ahead = await Publish(folder.Path, "ahead", Preload("+400d"));
        var right = await Publish(folder.Path, "right", []);
        Assert.InRange(ahead, LondonClock.DayOf(TimeProvider.System.GetUtcNow()).AddDays(399), LondonClock.DayOf(TimeProvider.System.GetUtcNow()).AddDays(401));
        Assert.InRange(right, ahead.AddDays(-401), ahead.AddDays(-399));
        using var store = SqliteStore.OpenToRead(folder.File("kept.db"));
        var entries = store.Read(0).Select(row => row.Entry).ToList();
        Assert.Equal(["ahead", "ahead-pair", "right", "right-pair"], entries.Select(e => e.Record.Id));
        Assert.Equal(entries.OrderBy(e => e.Recorded).Select(e => e.Number), entries.Select(e => e.Number));
        Assert.True(Verification.Of(store).IsWhole);
    }

    /// <summary>Publishes a pair in a process of its own; answers the day that it took for today.</summary>
    private static async Task<DateOnly> Publish(string data, string id, string[] under)
    {
        await using var server = await Child.ServeUnder(under, data);
        using var sender = new Sender(data);
        using var pages = await Served.By(server);
        Assert.True((await sender.Pair(id)).Acknowledged);
        var today = JsonDocument.Parse(await pages.Text("/sources.json")).RootElement.GetProperty("at").GetString()!;
        Assert.Equal(0, (await server.Signal("TERM")).Exit);
        return Dates.FromIso(today)!.Value;
    }

    private static string[] Preload(string shift)
    {
        var library = Directory.Exists("/usr/lib") ? Directory.EnumerateDirectories("/usr/lib").Select(d => Path.Combine(d, "faketime", "libfaketimeMT.so.1")).FirstOrDefault(File.Exists) : null;
        Assert.True(library is not null, "This test moves the clock of a process: install faketime.");
        return ["env", "LD_PRELOAD=" + library, "FAKETIME=" + shift, "FAKETIME_DONT_FAKE_MONOTONIC=1", "FAKETIME_FORCE_MONOTONIC_FIX=0"];
    }

    private static async Task Ahead(Register register, DateOnly from)
    {
        var commitment = new Commitment { Text = "Publish the review", Status = "planned", StatusWording = "will", StatusBasis = "as worded in the plan" };
        Assert.IsType<Appended.Done>(await register.AppendAsync(Change.Of(Write.Set("ahead", from, commitment, 0)), Act.Operator("to test the date", "test")));
    }
}
