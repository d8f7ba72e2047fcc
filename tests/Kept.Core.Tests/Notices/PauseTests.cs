using Kept.Core.Notices;
using Kept.Testing;

namespace Kept.Core.Tests.Notices;

/// <summary>Pauses and holidays as staff write them.</summary>
public sealed class PauseTests
{
    private static readonly DateTimeOffset Now = TestClock.At(2026, 11, 21).GetUtcNow();

    [Fact]
    public void Days_are_read_as_people_write_them()
    {
        var (pause, refusals) = DeclarePause.Of(new("25 March 2027", "6 May 2027", ["digests"], " After the election. "), "somebody", Now);
        Assert.Empty(refusals);
        Assert.Equal((new DateOnly(2027, 3, 25), new DateOnly(2027, 5, 6), true, false, "After the election."), (pause!.From, pause.To, pause.Digests, pause.Reminders, pause.Sentence));
        Assert.Equal((new DateOnly(2027, 7, 1), new DateOnly(2027, 8, 31)), ListHoliday.Of("Summer", "July 2027", "August 2027", "somebody", Now).Holiday is { } summer ? (summer.From, summer.To) : default);
        Assert.Equal(1, ListHoliday.Of("St Andrew's Day", "30 November 2026", "", "somebody", Now).Holiday!.Days.Days);
    }

    [Theory]
    [InlineData("soon", "6 May 2027", "digests", "Why.", "From")]
    [InlineData("25 March 2027", "", "digests", "Why.", "To")]
    [InlineData("6 May 2027", "25 March 2027", "digests", "Why.", "To")]
    [InlineData("1 March 2026", "1 April 2026", "digests", "Why.", "To")]
    [InlineData("1 January 2027", "1 June 2030", "digests", "Why.", "To")]
    [InlineData("25 March 2027", "6 May 2027", "sign-in", "Why.", "Kinds")]
    [InlineData("25 March 2027", "6 May 2027", "digests", " ", "Sentence")]
    public void What_makes_no_pause_is_refused_by_its_field(string from, string to, string kind, string sentence, string field)
    {
        var (pause, refusals) = DeclarePause.Of(new(from, to, [kind], sentence), "somebody", Now);
        Assert.Null(pause);
        Assert.Equal(field, Assert.Single(refusals).Field);
    }

    [Theory]
    [InlineData("name@example.org", "weekly", true)]
    [InlineData(" name@example.org ", "daily", true)]
    [InlineData("Somebody <name@example.org>", "daily", false)]
    [InlineData("name@example.org, other@example.org", "daily", false)]
    [InlineData("name@example.org\r\nBcc: other@example.org", "daily", false)]
    [InlineData("name@localhost", "daily", false)]
    [InlineData("", "daily", false)]
    [InlineData("name@example.org", "hourly", false)]
    public void One_whole_address_and_one_of_two_choices_are_taken(string email, string often, bool taken) => Assert.Equal(taken, AskToFollow.Of(email, often).Email is not null);
}
