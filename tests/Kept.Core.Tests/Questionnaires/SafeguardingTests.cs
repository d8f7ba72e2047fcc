using FsCheck.Fluent;
using Kept.Core.Foundation;
using Kept.Core.Questionnaires;
using Kept.Core.Tests.Foundation;

namespace Kept.Core.Tests.Questionnaires;

public sealed class SafeguardingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guardian Ann = new("ann", "Ann", false, true, Now.AddDays(-1)), Ben = new("ben", "Ben", false, true, Now.AddDays(-29));

    private static IReadOnlyList<string> Missing(string? reviewer, string? deputy, params Guardian[] people) => SafeguardingCover.Missing(reviewer, deputy, people, Now, 30);

    [Fact]
    public void Two_people_who_were_here_stand_by() => Assert.Empty(Missing("ann", "ben", Ann, Ben));

    [Fact]
    public void Nobody_one_alone_disabled_without_the_role_or_long_away_is_not_enough()
    {
        Assert.Equal(2, Missing(null, null, Ann, Ben).Count);
        Assert.Contains("same person", Assert.Single(Missing("ann", "ann", Ann)), StringComparison.Ordinal);
        Assert.Contains("disabled", Assert.Single(Missing("ann", "ben", Ann, Ben with { IsDisabled = true })), StringComparison.Ordinal);
        Assert.Contains("no longer has the role", Assert.Single(Missing("ann", "ben", Ann, Ben with { HasRole = false })), StringComparison.Ordinal);
        Assert.Contains("30 days", Assert.Single(Missing("ann", "ben", Ann, Ben with { LastSeen = Now.AddDays(-31) })), StringComparison.Ordinal);
        Assert.Contains("30 days", Assert.Single(Missing("ann", "ben", Ann, Ben with { LastSeen = null })), StringComparison.Ordinal);
        Assert.Contains("gone", Assert.Single(Missing("ann", "ben", Ann)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_at_risk_needs_a_second_person_who_has_read_it()
    {
        var reply = new Reply { Id = "r", QuestionnaireId = "q", Made = Now, Saved = Now, Ends = Now, Sent = Now, AtRisk = true, IsSafeguarded = true };
        List<SafeguardingStep> steps = [];
        Assert.NotNull(Safeguard.Decide(reply, steps, SafeguardingDecision.None, "ann", Now).Why);
        steps.Add(Safeguard.Look(reply, "ann", Now));
        steps.Add(Safeguard.Decide(reply, steps, SafeguardingDecision.None, "ann", Now).Step!);
        Assert.NotNull(Safeguard.Confirm(reply, steps, "ann", Now).Why);
        Assert.NotNull(Safeguard.Confirm(reply, steps, "ben", Now).Why);
        Assert.True(reply.IsSafeguarded);
        steps.Add(Safeguard.Look(reply, "ben", Now));
        Assert.Null(Safeguard.Confirm(reply, steps, "ben", Now).Why);
        Assert.False(reply.IsSafeguarded);
    }

    [Fact]
    public void Any_other_decision_keeps_it_with_those_who_safeguard()
    {
        var reply = new Reply { Id = "r", QuestionnaireId = "q", Made = Now, Saved = Now, Ends = Now, Sent = Now, AtRisk = true, IsSafeguarded = true };
        List<SafeguardingStep> steps = [Safeguard.Look(reply, "ann", Now), Safeguard.Look(reply, "ben", Now)];
        steps.Add(Safeguard.Decide(reply, steps, SafeguardingDecision.Concern, "ann", Now).Step!);
        Assert.NotNull(Safeguard.Confirm(reply, steps, "ben", Now).Why);
        Assert.True(reply.IsSafeguarded);
    }

    [Theory]
    [InlineData("2026-11-23T09:00:00Z", "2026-11-24T09:00:00Z")] // Monday
    [InlineData("2026-11-27T16:30:00Z", "2026-11-30T16:30:00Z")] // Friday to Monday
    [InlineData("2026-11-28T11:00:00Z", "2026-12-01T00:00:00Z")] // Saturday counts from Monday
    [InlineData("2027-03-26T12:00:00Z", "2027-03-29T11:00:00Z")] // over the change of the clocks it is noon in London
    public void A_working_day_ends_at_the_same_time_on_the_next(string sent, string due) =>
        Assert.Equal(DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture), WorkingDay.After(DateTimeOffset.Parse(sent, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_working_day_is_never_shorter_than_a_day_less_an_hour_nor_longer_than_four_and_ends_on_one() =>
        Prop.ForAll(Gen.Choose(0, 60 * 24 * 800).ToArbitrary(), minutes =>
        {
            var sent = Now.AddMinutes(minutes);
            var due = WorkingDay.After(sent);
            Assert.True(WorkingDay.Is(LondonClock.DayOf(due)));
            Assert.InRange((due - sent).TotalHours, 23, 97);
        }).Holds(1000);
}
