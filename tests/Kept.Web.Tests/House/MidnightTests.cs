using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Testing;

namespace Kept.Web.Tests.House;

public sealed class MidnightTests
{
    private static readonly DateTimeOffset MinuteBefore = new(2027, 6, 14, 22, 59, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_is_dated_ahead_comes_into_force_at_midnight_in_london_without_a_restart()
    {
        var clock = TestClock.At(2027, 6, 1);
        await using var site = await TestSite.Start(clock, register => Publish(register, new(2027, 6, 15)));
        clock.Set(MinuteBefore);
        var before = await site.Page("/commitments/ahead", expect: 404);
        Assert.Contains("in force from 15 June 2027", before.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(404, (await site.Json("/commitments/ahead.json", expect: 404)).GetProperty("status").GetInt32());
        Assert.Equal(0, (await site.Json("/commitments.json")).GetProperty("total").GetInt32());
        Assert.Equal("2027-06-15", (await site.Json("/commitments/ahead.json?at=2027-06-15")).GetProperty("effective").GetString());

        clock.Set(MinuteBefore.AddMinutes(1));
        Assert.Contains("Publish the review", (await site.Page("/commitments/ahead")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, (await site.Json("/commitments.json")).GetProperty("total").GetInt32());
        Assert.Equal(404, (await site.Json("/commitments/ahead.json?at=2027-06-14", expect: 404)).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task What_is_to_be_taken_out_is_there_until_midnight_in_london()
    {
        var clock = TestClock.At(2027, 6, 1);
        await using var site = await TestSite.Start(clock, async register =>
        {
            await Publish(register, new(2027, 1, 1));
            await Append(register, Write.Delete(RecordKey.Of<Commitment>("ahead"), new(2027, 6, 15), 1));
        });
        clock.Set(MinuteBefore);
        await site.Page("/commitments/ahead");
        clock.Set(MinuteBefore.AddMinutes(1));
        await site.Page("/commitments/ahead", expect: 410);
        Assert.Equal(0, (await site.Json("/commitments.json")).GetProperty("total").GetInt32());
    }

    private static Task Publish(Register register, DateOnly effective) => Append(register, Write.Set("ahead", effective, new Commitment
    {
        Text = "Publish the review",
        Status = "planned",
        StatusWording = "will",
        StatusBasis = "as worded in the plan",
    }, 0));

    private static async Task Append(Register register, Write write) =>
        Assert.IsType<Appended.Done>(await register.AppendAsync(Change.Of(write), Act.Operator("to test the date", "test")));
}
