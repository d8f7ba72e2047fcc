using Kept.Core.Evidence;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Testing;

namespace Kept.Core.Tests.Records;

/// <summary>Whatever the machine's clock does, the order is the order of numbers, and it can be told by the instants too.</summary>
public sealed class ClockTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    // An hour back and on, 400 days on, both changes of London's clocks, a leap day, the end of 32 bits, and a clock that lost its battery.
    private static readonly DateTimeOffset[] Jumps =
    [
        Start, Start.AddHours(-1), Start.AddHours(1), Start.AddHours(1), Start.AddDays(400), Start,
        Utc(2027, 3, 28, 0, 59, 59), Utc(2027, 3, 28, 1, 0, 0), Utc(2027, 10, 31, 0, 59, 59), Utc(2027, 10, 31, 1, 0, 0),
        Utc(2028, 2, 29, 12, 0, 0), Utc(2038, 1, 19, 3, 14, 7), Utc(2038, 1, 19, 3, 14, 8), Utc(1970, 1, 1, 0, 0, 0), Utc(2038, 1, 20, 0, 0, 0),
    ];

    private readonly TestRegister _register = new();

    public void Dispose() => _register.Dispose();

    [Fact]
    public async Task Numbers_have_no_gap_instants_rise_and_each_moment_can_be_asked_for()
    {
        var entries = new List<Entry>();
        foreach (var (now, n) in Jumps.Select((now, n) => (now, n)))
        {
            _register.Clock.Set(now);
            if (n % 4 == 3) _register.Reopen();
            entries.AddRange((await _register.Do(TestRegister.Set("x", $"words {n}", n))).Entries);
        }
        Assert.Equal(Enumerable.Range(1, Jumps.Length).Select(n => (long)n), entries.Select(e => e.Number));
        Assert.True(Rises(entries.Select(e => e.Recorded)));
        Assert.Equal($"ok {Jumps.Length} {_register.Now.Hash}", _register.Verify().ToString());
        foreach (var (entry, n) in entries.Select((entry, n) => (entry, n)))
            Assert.Equal($"words {n}", new View(_register.Now, new(2040, 1, 1), entry.Recorded).Find<Source>("x")?.Body.Title);
    }

    [Fact]
    public void The_clock_itself_would_not_have_risen() => Assert.False(Rises(Jumps));

    [Theory]
    [InlineData("2027-03-27T23:59:59Z", "2027-03-27")]
    [InlineData("2027-03-28T00:00:00Z", "2027-03-28")]
    [InlineData("2027-03-28T22:59:59Z", "2027-03-28")]
    [InlineData("2027-03-28T23:00:00Z", "2027-03-29")]
    [InlineData("2027-10-30T22:59:59Z", "2027-10-30")]
    [InlineData("2027-10-30T23:00:00Z", "2027-10-31")]
    [InlineData("2027-10-31T23:59:59Z", "2027-10-31")]
    [InlineData("2027-11-01T00:00:00Z", "2027-11-01")]
    [InlineData("2028-02-28T23:59:59Z", "2028-02-28")]
    [InlineData("2028-02-29T00:00:00Z", "2028-02-29")]
    [InlineData("2038-01-19T03:14:08Z", "2038-01-19")]
    [InlineData("2038-07-19T23:00:00Z", "2038-07-20")]
    public void It_is_the_day_that_it_is_in_london(string instant, string day)
    {
        var clock = new TestClock(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(day, Dates.Iso(new LondonClock(clock).Today));
    }

    private static DateTimeOffset Utc(int year, int month, int day, int hour, int minute, int second) => new(year, month, day, hour, minute, second, TimeSpan.Zero);

    private static bool Rises(IEnumerable<DateTimeOffset> instants) => instants.Zip(instants.Skip(1)).All(pair => pair.First < pair.Second);
}
