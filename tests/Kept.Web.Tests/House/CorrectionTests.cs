using Kept.Core.Assessments;
using Kept.Core.Connections;
using Kept.Core.Evidence;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.Tests.Programme;

namespace Kept.Web.Tests.House;

public sealed class CorrectionTests
{
    private static readonly DateOnly June = new(2026, 6, 1);
    private const string Said = "This was wrong; corrected on 21 November 2026.";

    [Fact]
    public async Task A_past_view_of_wrong_words_says_that_they_were_wrong_and_the_right_ones_do_not()
    {
        await using var site = await SmallProgramme.Start();
        var wrong = (await site.Json("/plans/plan-a.json")).GetProperty("history")[0];
        Assert.Equal("added", wrong.GetProperty("what").GetString());
        var body = new Plan { Title = "Plan B", Source = new Cite("report", [1, 1]) };
        await SmallProgramme.Append(site.Register, Write.Correct("plan-a", June, body, wrong: 3, expect: 1));
        Assert.Contains(Said, (await site.Page("/plans/plan-a?at=2026-05-31")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Said, (await site.Page("/plans/plan-a")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("corrected", (await site.Json("/plans/plan-a.json")).GetProperty("history")[0].GetProperty("what").GetString());
    }

    [Theory]
    [InlineData("assessment")]
    [InlineData("milestone")]
    [InlineData("link")]
    [InlineData("outcome")]
    [InlineData("output")]
    public async Task Wrong_words_that_stand_in_another_page_are_said_to_be_wrong_there(string kind)
    {
        await using var site = await SmallProgramme.Start();
        var source = new Cite("report", [1, 1]);
        RecordBody Body(string words) => kind switch
        {
            "assessment" => new Assessment { Action = "doors", Category = "underway", Wording = words, Assessor = "assessor", Source = source },
            "milestone" => new Milestone { Action = "doors", Title = words, Due = new() { Text = "spring 2027", Qualifier = "in", End = new(2027, 5, 31) }, Basis = "heard", Source = source },
            "link" => new Link { From = "doors", To = "homes", ToKind = "area", Strength = "named", Reason = words, Source = source },
            "outcome" => new Outcome { Action = "doors", Text = words, Source = source },
            _ => new Output { Offer = "help", Text = words, Source = source },
        };
        await SmallProgramme.Append(site.Register, Write.Set("help", new(2026, 1, 1), new Offer { Title = "Help", Source = source }, 0), Write.Set("it", new(2026, 1, 1), Body("Wrong"), 0));
        var before = kind == "output" ? "/offers/help" : "/plans/plan-a/actions/doors";
        Assert.DoesNotContain(Said, (await site.Page(before)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await SmallProgramme.Append(site.Register, Write.Correct("it", June, Body("Right"), wrong: 7, expect: 1));
        Assert.Contains(Said, (await site.Page(before + "?at=2026-05-31")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Said, (await site.Page(before)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_is_gone_gives_its_history_as_data_too()
    {
        await using var site = await SmallProgramme.Start();
        await SmallProgramme.Append(site.Register, Write.Delete(RecordKey.Of<PlanAction>("doors"), June, 1));
        var gone = await site.Json("/plans/plan-a/actions/doors.json", expect: 410);
        Assert.Equal(410, gone.GetProperty("status").GetInt32());
        Assert.Equal(2, gone.GetProperty("history").GetArrayLength());
        Assert.False((await site.Json("/nope.json", expect: 404)).TryGetProperty("history", out _));
    }
}
