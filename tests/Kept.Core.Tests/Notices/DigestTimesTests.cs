using System.Globalization;
using Kept.Core.Foundation;
using Kept.Core.Notices;

namespace Kept.Core.Tests.Notices;

/// <summary>Digests go out at half past seven by London's clocks: never early, and what was missed once.</summary>
public sealed class DigestTimesTests
{
    [Theory]
    [InlineData("2027-03-27", "2027-03-27T07:30Z")]
    [InlineData("2027-03-28", "2027-03-28T06:30Z")]
    [InlineData("2027-10-30", "2027-10-30T06:30Z")]
    [InlineData("2027-10-31", "2027-10-31T07:30Z")]
    [InlineData("2028-02-29", "2028-02-29T07:30Z")]
    public void Half_past_seven_is_by_the_clocks_of_that_day(string day, string instant) =>
        Assert.Equal(Instant(instant), DigestTimes.On(Dates.FromIso(day)!.Value));

    [Theory]
    [InlineData("2027-03-27T07:30Z", "2027-03-28T06:29:59Z", null)]
    [InlineData("2027-03-27T07:30Z", "2027-03-28T06:30Z", "2027-03-28")]
    [InlineData("2027-10-30T06:30Z", "2027-10-31T07:29:59Z", null)]
    [InlineData("2027-10-30T06:30Z", "2027-10-31T07:30Z", "2027-10-31")]
    [InlineData("2028-02-28T07:30Z", "2028-02-29T07:30Z", "2028-02-29")]
    [InlineData("2026-11-20T12:00Z", "2026-11-24T12:00Z", "2026-11-24")]
    public void A_daily_digest_is_due_once_its_time_has_come_and_the_missed_ones_are_one(string looked, string now, string? due) =>
        Assert.Equal(Dates.FromIso(due), DigestTimes.Due(Often.Daily, Instant(looked), Instant(now), []));

    [Theory]
    // 23 November 2026 and 1 March 2027 are Mondays; so is 29 March 2027, the day after the clocks change.
    [InlineData("2026-11-21T12:00Z", "2026-11-23T07:29:59Z", null)]
    [InlineData("2026-11-21T12:00Z", "2026-11-23T07:30Z", "2026-11-23")]
    [InlineData("2026-11-23T07:30Z", "2026-11-29T23:00Z", null)]
    [InlineData("2026-11-21T12:00Z", "2026-12-16T07:30Z", "2026-12-14")]
    [InlineData("2027-03-22T07:30Z", "2027-03-29T06:29:59Z", null)]
    [InlineData("2027-03-22T07:30Z", "2027-03-29T06:30Z", "2027-03-29")]
    public void A_weekly_digest_is_due_on_mondays(string looked, string now, string? due) =>
        Assert.Equal(Dates.FromIso(due), DigestTimes.Due(Often.Weekly, Instant(looked), Instant(now), []));

    [Theory]
    [InlineData(Often.Daily, "2027-04-20T12:00Z", null)]
    [InlineData(Often.Daily, "2027-05-06T22:59Z", null)]
    // The pause ends with 6 May; nothing goes out in the night after it.
    [InlineData(Often.Daily, "2027-05-07T06:29Z", null)]
    [InlineData(Often.Daily, "2027-05-07T06:30Z", "2027-05-07")]
    [InlineData(Often.Weekly, "2027-05-07T06:29Z", null)]
    [InlineData(Often.Weekly, "2027-05-07T06:30Z", "2027-05-07")]
    public void What_a_pause_holds_is_due_the_first_morning_after_it(Often often, string now, string? due) =>
        Assert.Equal(Dates.FromIso(due), DigestTimes.Due(often, Instant("2027-03-22T07:30Z"), Instant(now), [Before(election: new(2027, 5, 6))]));

    [Fact]
    public void A_pause_within_a_week_in_which_nothing_was_due_makes_nothing_due() =>
        Assert.Null(DigestTimes.Due(Often.Weekly, Instant("2026-11-23T07:30Z"), Instant("2026-11-28T12:00Z"), [Days(new(2026, 11, 24), new(2026, 11, 25))]));

    [Fact]
    public void A_pause_that_is_ended_early_holds_no_longer()
    {
        var pause = Before(election: new(2027, 5, 6));
        pause.End("somebody", Instant("2027-04-01T12:00Z"));
        Assert.False(pause.Holds(NoticeKind.Digest, Instant("2027-04-01T12:00Z")));
        Assert.Equal(new DateOnly(2027, 4, 2), DigestTimes.Due(Often.Daily, Instant("2027-03-22T07:30Z"), Instant("2027-04-02T08:00Z"), [pause]));
    }

    [Fact]
    public void A_pause_of_reminders_holds_no_digest() =>
        Assert.Equal(new DateOnly(2026, 11, 24), DigestTimes.Due(Often.Daily, Instant("2026-11-23T07:30Z"), Instant("2026-11-24T08:00Z"), [Days(new(2026, 11, 20), new(2026, 11, 30), digests: false)]));

    private static Pause Before(DateOnly election) => Days(new(2027, 3, 25), election);

    private static Pause Days(DateOnly from, DateOnly to, bool digests = true) =>
        new() { From = from, To = to, Digests = digests, Reminders = !digests, Sentence = "After the election.", MadeBy = "somebody", Made = Instant("2026-11-01T00:00Z") };

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
