using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Testing;

namespace Kept.Web.Tests.Programme.Calendar;

public sealed class CalendarFileTests
{
    private static async Task<StrictCalendar> File(TestSite site, string query = "")
    {
        using var answer = await site.Get("/calendar.ics" + query);
        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        return StrictCalendar.Read(await answer.Content.ReadAsByteArrayAsync());
    }

    private static IcsLine Line(List<IcsLine> lines, string name) => lines.Single(l => l.Name == name);

    [Theory]
    [InlineData("", 58)]
    [InlineData("?body=scottish-social-services-council", 1)]
    [InlineData("?action=youth-justice", 3)]
    [InlineData("?year=2030", 5)]
    [InlineData("?at=2021-03-31", 2)]
    [InlineData("?known=2020-01-01", 0)]
    public async Task It_holds_every_date_to_be_met_that_is_asked_for(string query, int events)
    {
        var file = await File(await ShippedSite.Shared, query);
        Assert.Equal(events, file.Events.Count);
    }

    [Fact]
    public async Task An_event_stands_on_the_last_day_of_the_later_reading_with_the_printed_words()
    {
        var file = await File(await ShippedSite.Shared, "?body=scottish-social-services-council");
        var codes = file.Events.Single();
        Assert.Equal(("DATE", "20231231"), (Line(codes, "DTSTART").Parameters["VALUE"], Line(codes, "DTSTART").Value));
        Assert.Contains("When, as printed: “by 2023”.\nOur reading: by 31 December 2023.\nBy the stricter reading: by 31 December 2022.", Line(codes, "DESCRIPTION").Text, StringComparison.Ordinal);
        Assert.EndsWith("/commitments/sssc-codes-review", Line(codes, "URL").Value, StringComparison.Ordinal);
        Assert.Equal("The Change Programme, Scottish Social Services Council", file.Of("X-WR-CALNAME").Replace("\\,", ",", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_says_nothing_of_the_moment_it_is_asked_for()
    {
        await using var site = await ShippedSite.Start(TestClock.At(2026, 11, 21));
        using var first = await site.Get("/calendar.ics");
        site.Clock.Advance(TimeSpan.FromDays(3));
        using var later = await site.Get("/calendar.ics");
        Assert.Equal(first.Headers.ETag, later.Headers.ETag);
    }

    [Fact]
    public async Task A_moved_date_keeps_its_name_and_raises_its_sequence()
    {
        await using var site = await SmallProgramme.Start();
        await SmallProgramme.Append(site.Register, SmallCalendar.Promise("spring 2026", new(2026, 5, 31), from: new(2026, 1, 1)));
        await SmallProgramme.Append(site.Register, SmallCalendar.Promise("summer 2026", new(2026, 8, 31), from: new(2026, 4, 1), expect: 1));
        var (before, after) = ((await File(site, "?at=2026-02-01")).Events.Single(), (await File(site, "?at=2026-04-01")).Events.Single());
        Assert.Equal(Line(before, "UID").Value, Line(after, "UID").Value);
        Assert.Equal(("20260531", "20260831"), (Line(before, "DTSTART").Value, Line(after, "DTSTART").Value));
        Assert.Equal(("0", "1"), (Line(before, "SEQUENCE").Value, Line(after, "SEQUENCE").Value));
    }

    [Fact]
    public async Task What_is_taken_out_of_the_record_is_no_longer_in_the_file()
    {
        await using var site = await SmallProgramme.Start();
        await SmallProgramme.Append(site.Register, SmallCalendar.Promise("spring 2026", new(2026, 5, 31), from: new(2026, 1, 1)));
        await SmallProgramme.Append(site.Register, Write.Delete(RecordKey.Of<Commitment>("paint"), new(2026, 3, 1), 1));
        Assert.Single((await File(site, "?at=2026-02-01")).Events);
        Assert.Empty((await File(site)).Events);
    }

    [Fact]
    public async Task What_is_asked_wrongly_is_answered_as_data_is()
    {
        var site = await ShippedSite.Shared;
        using var answer = await site.Get("/calendar.ics?body=nobody");
        Assert.Equal((400, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }
}
