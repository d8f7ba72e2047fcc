using Kept.Core.Records;
using Kept.Testing;

namespace Kept.Web.Tests.Changes;

public sealed class CorrectionsTests
{
    private const string Said = "This was wrong; corrected on 21 November 2026";
    private const string Then = "?at=2026-05-31";
    private const string Hurts = "Words that hurt";

    // Wrong from January, put right from June: a day in May shows the wrong words.
    private static async Task<TestSite> Wrong(bool withhold)
    {
        var site = await Published.Site();
        var entry = await site.Publish($"{{kind: commitment, id: sssc-codes-review, expect: 1, set: {{text: {Hurts}}}}}", "2026-01-01", "First.");
        site.Clock.Set(TestClock.At(2026, 11, 21).GetUtcNow().AddHours(8));
        await site.Publish($"{{kind: commitment, id: sssc-codes-review, expect: 2, corrects: {entry}, withhold: {(withhold ? "yes" : "no")}, set: {{text: Right words}}}}", "2026-06-01", "It was wrong.");
        return site;
    }

    [Fact]
    public async Task Every_past_view_of_wrong_words_says_so_wherever_they_stand()
    {
        await using var site = await Wrong(withhold: false);
        foreach (var path in (string[])["/commitments/sssc-codes-review", "/commitments", "/organisations/scottish-social-services-council"])
        {
            var text = (await site.Page(path + Then)).QuerySelector("main")!.TextContent;
            Assert.Contains("This was wrong; corrected on", text, StringComparison.Ordinal);
            Assert.Contains(Hurts, text, StringComparison.Ordinal);
            Assert.DoesNotContain("This was wrong", (await site.Page(path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
        var correction = (await site.Json("/commitments/sssc-codes-review.json" + Then)).GetProperty("correction");
        Assert.Equal(("It was wrong.", "2026-06-01"), (correction.GetProperty("why").GetString(), correction.GetProperty("effective").GetString()));
        Assert.Equal(site.Register.Snapshot.Number, correction.GetProperty("entry").GetInt64());
        Assert.False((await site.Json("/commitments/sssc-codes-review.json")).TryGetProperty("correction", out _));
        Assert.NotNull(Said);
    }

    [Fact]
    public async Task Withheld_words_stand_nowhere_on_any_day_and_the_chain_is_whole()
    {
        await using var site = await Wrong(withhold: true);
        string[] paths =
        [
            "/commitments/sssc-codes-review", "/commitments/sssc-codes-review.json", "/commitments", "/commitments.json", "/commitments.csv",
            "/organisations/scottish-social-services-council", "/organisations/scottish-social-services-council.json", "/search?q=hurt", "/search.json?q=hurt",
            "/changes", "/changes.json", "/changes.csv", "/changes.atom", "/corrections", "/corrections.json", "/corrections.csv", "/plans/plan-21-24/actions/workforce-values",
        ];
        foreach (var path in paths)
            foreach (var dates in (string[])["", "at=2026-05-31", "known=2026-11-21"])
            {
                using var answer = await site.Get(path + (dates.Length == 0 ? "" : (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + dates));
                Assert.DoesNotContain(Hurts, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        foreach (var extension in (string[])["", ".json", ".csv"])
        {
            using var answer = await site.Get($"/changes{extension}?from=2026-05-31&to=2026-11-21");
            Assert.DoesNotContain(Hurts, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Contains("are withheld", (await site.Page("/commitments/sssc-codes-review" + Then)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        using var stored = site.OpenToRead();
        Assert.True(Verification.Of(stored).IsWhole);
    }

    [Fact]
    public async Task The_corrections_say_what_was_wrong_since_when_and_what_is_right()
    {
        await using var site = await Wrong(withhold: false);
        var item = Assert.Single((await site.Json("/corrections.json")).GetProperty("items").EnumerateArray());
        Assert.Equal(("corrected", "2026-01-01", "2026-06-01"), (item.GetProperty("what").GetString(), item.GetProperty("wrongFrom").GetString(), item.GetProperty("effective").GetString()));
        var text = (await site.Page("/corrections")).QuerySelector("main")!.TextContent;
        Assert.Contains($"Text changed from {Hurts} to Right words", text, StringComparison.Ordinal);
        Assert.Equal(0, (await site.Json("/corrections.json" + Then)).GetProperty("total").GetInt32());
        Assert.Equal(2, (await site.Csv("/corrections.csv")).Length);
    }

    [Fact]
    public async Task What_was_withdrawn_is_told_without_its_words()
    {
        await using var site = await Published.Site();
        var entry = await site.Publish($"{{kind: commitment, id: sssc-codes-review, expect: 1, set: {{text: {Hurts}}}}}", "2026-01-01");
        await site.Publish("{kind: commitment, id: sssc-codes-review, expect: 2, set: {text: Other words}}", "2026-06-01");
        await site.Publish($"{{kind: commitment, id: sssc-codes-review, expect: 3, redacts: {entry}}}", why: "It had to go.");
        var text = (await site.Page("/corrections")).QuerySelector("main")!.TextContent;
        Assert.Contains("Words were withdrawn", text, StringComparison.Ordinal);
        Assert.Equal("redacted", (await site.Json("/changes.json")).GetProperty("items")[0].GetProperty("what").GetString());
        foreach (var path in (string[])["/changes", "/changes.json", "/corrections.json", "/commitments/sssc-codes-review.json"])
        {
            using var answer = await site.Get(path);
            Assert.DoesNotContain(Hurts, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
