using System.Globalization;
using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Records;
using Kept.Core.Search;
using Kept.Testing;

namespace Kept.Web.Tests.Search;

public sealed class SearchTests
{
    private static async Task<List<(string Kind, string Title, string Url)>> Find(string q)
    {
        var site = await ShippedSite.Shared;
        var list = await site.Json("/search.json?q=" + Uri.EscapeDataString(q));
        return [.. list.GetProperty("items").EnumerateArray().Select(i => (i.GetProperty("kind").GetString()!, i.GetProperty("title").GetString()!, i.GetProperty("url").GetString()!))];
    }

    [Fact]
    public async Task Brother_leads_to_brothers_and_sisters_first()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/search?q=brother");
        Assert.Equal("Brothers and Sisters", page.QuerySelector("main .k-list a")!.TextContent.Trim());
        Assert.Equal("Brothers", page.QuerySelector("main .k-list mark")!.TextContent);
    }

    [Theory]
    [InlineData("SSSC", "organisation", "Scottish Social Services Council")]
    [InlineData("cosla", "organisation", "Convention of Scottish Local Authorities")]
    [InlineData("siblings", "action", "Brothers and Sisters")]
    [InlineData("childrens hearings", "action", "Children's Hearings System")]
    [InlineData("western isles", "place", "Na h-Eileanan Siar")]
    [InlineData("momo", "organisation", "Mind of My Own")]
    public async Task A_name_a_short_name_or_an_old_name_finds_its_record(string q, string kind, string title) =>
        Assert.Contains(await Find(q), hit => hit.Kind == kind && hit.Title == title);

    [Fact]
    public async Task Sssc_finds_its_commitment() =>
        Assert.Contains(await Find("SSSC"), hit => hit.Url == "/commitments/sssc-codes-review");

    [Fact]
    public async Task Words_in_capitals_or_with_accents_are_the_same_words() =>
        Assert.Equal(await Find("brothers"), await Find("BRÓTHERS"));

    [Fact]
    public async Task An_empty_search_shows_how_to_search()
    {
        var site = await ShippedSite.Shared;
        Assert.Contains("How to search", (await site.Page("/search")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, (await site.Json("/search.json?q=")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Nothing_found_says_so_and_suggests()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/search?q=zeppelin");
        Assert.Contains("Nothing found", page.QuerySelector("#result")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("main a[href^='/search?q=']"));
    }

    [Fact]
    public async Task Every_suggestion_finds_something()
    {
        var site = await ShippedSite.Shared;
        foreach (var link in (await site.Page("/search?q=zeppelin")).QuerySelectorAll("main ul a[href^='/search?q=']"))
            Assert.NotEmpty((await site.Page(link.GetAttribute("href")!)).QuerySelectorAll("main .k-list li"));
    }

    [Fact]
    public async Task More_than_200_letters_are_refused_in_words()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/search?q=" + new string('a', 201), 400);
        Assert.Contains("too long", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_shown_as_text_and_never_as_markup()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/search?q=" + Uri.EscapeDataString("<img src=x onerror=alert(1)>"));
        Assert.Null(page.QuerySelector("main img"));
    }

    [Fact]
    public async Task In_the_past_only_what_then_stood_is_found()
    {
        var site = await ShippedSite.Shared;
        var then = await site.Json("/search.json?q=kinship&at=2021-04-01");
        var now = await site.Json("/search.json?q=kinship");
        Assert.True(then.GetProperty("total").GetInt32() < now.GetProperty("total").GetInt32());
        Assert.DoesNotContain(then.GetProperty("items").EnumerateArray(), i => i.GetProperty("kind").GetString() == "commitment");
    }

    [Fact]
    public async Task Every_page_found_exists()
    {
        var site = await ShippedSite.Shared;
        var list = await site.Json("/search.json?q=family");
        foreach (var url in list.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("url").GetString()!).Distinct().Where(u => u.StartsWith("/organisations", StringComparison.Ordinal) || u.StartsWith("/commitments", StringComparison.Ordinal) || u.StartsWith("/places", StringComparison.Ordinal)))
            await site.Page(url);
    }

    [Theory]
    [InlineData("COSLA", "/organisations/convention-of-scottish-local-authorities")]
    [InlineData("cosla", "/organisations/convention-of-scottish-local-authorities")]
    [InlineData("SSSC", "/organisations/scottish-social-services-council")]
    [InlineData("siblings", "/plans/plan-21-24/actions/brothers-and-sisters")]
    [InlineData("brother", "/plans/plan-21-24/actions/brothers-and-sisters")]
    [InlineData("is anybody doing something so that I am not kept from my brother?", "/plans/plan-21-24/actions/brothers-and-sisters")]
    [InlineData("Kilbrandon", "/plans/plan-21-24/actions/childrens-hearings-system")]
    [InlineData("Aberlour", "/organisations/aberlour")]
    [InlineData("Stirling", "/places/S12000030")]
    [InlineData("moving on", "/plans/plan-21-24/actions/moving-on")]
    [InlineData("restraint", "/plans/plan-21-24/actions/physical-intervention")]
    [InlineData("\"youth justice\"", "/plans/plan-21-24/actions/youth-justice")]
    public async Task The_page_a_reader_means_is_among_the_first_four(string q, string url) =>
        Assert.Contains(url, (await Find(q)).Take(4).Select(h => h.Url));

    [Theory]
    [InlineData("kinsip", "kinship")]
    [InlineData("Aberlor", "Aberlour")]
    [InlineData("COSLLA", "COSLA")]
    [InlineData("brohters and sisters", "brothers and sisters")]
    public async Task A_misspelt_word_is_answered_with_a_link_to_the_right_one_and_what_it_finds(string q, string meant)
    {
        var site = await ShippedSite.Shared;
        Assert.Equal(meant, (await site.Json("/search.json?q=" + Uri.EscapeDataString(q))).GetProperty("didYouMean").GetString(), ignoreCase: true);
        var page = await site.Page("/search?q=" + Uri.EscapeDataString(q));
        var link = page.QuerySelector("#meant a")!;
        Assert.Equal("/search?q=" + Uri.EscapeDataString(link.TextContent), link.GetAttribute("href"));
        Assert.NotEmpty(page.QuerySelectorAll("main .k-list li"));
    }

    [Fact]
    public async Task Nothing_is_replaced_in_silence()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/search?q=kinsip");
        Assert.Contains("Nothing found", page.QuerySelector("#result")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("for “kinship”", page.QuerySelector("#instead")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, (await site.Json("/search.json?q=kinsip")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Where_no_record_has_every_word_it_says_so()
    {
        var site = await ShippedSite.Shared;
        Assert.Contains("No record has all these words", (await site.Page("/search?q=foster+zeppelin")).QuerySelector("#some")!.TextContent, StringComparison.Ordinal);
        var list = await site.Json("/search.json?q=foster+zeppelin");
        Assert.False(list.GetProperty("allWords").GetBoolean());
        Assert.Equal((await site.Json("/search.json?q=foster")).GetProperty("total").GetInt32(), list.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Other_words_that_were_looked_for_are_named()
    {
        var site = await ShippedSite.Shared;
        Assert.Contains("brother, sister", (await site.Page("/search?q=siblings")).QuerySelector("#also")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_other_word_finds_something()
    {
        var site = await ShippedSite.Shared;
        foreach (var other in new View(site.Register.Snapshot, new(2026, 11, 21)).All<OtherWord>())
            foreach (var word in other.Body.Finds) Assert.True((await site.Json("/search.json?q=" + Uri.EscapeDataString(word))) is var found && found.GetProperty("allWords").GetBoolean() && found.GetProperty("total").GetInt32() > 0, word);
    }

    [Fact]
    public async Task Each_count_is_what_its_link_leads_to()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/search?q=children&kind=commitment");
        foreach (var line in page.QuerySelectorAll(".k-choices li").Where((_, i) => i % 3 == 0))
        {
            var (link, count) = (line.QuerySelector("a")!, int.Parse(line.QuerySelector("b")!.TextContent, CultureInfo.InvariantCulture));
            var found = (await site.Json(link.GetAttribute("href")!.Replace("/search?", "/search.json?", StringComparison.Ordinal))).GetProperty("total").GetInt32();
            // A further kind is added to the one chosen; any other value narrows.
            if (link.GetAttribute("href")!.Split("kind=").Length > 2) Assert.True(found > count);
            else if (link.GetAttribute("aria-current") is null) Assert.Equal(count, found);
        }
    }

    [Theory]
    [InlineData("kind=zeppelin", "kind of record")]
    [InlineData("area=nowhere", "priority area")]
    [InlineData("body=nobody", "body")]
    [InlineData("colour=red", "not part of a search")]
    [InlineData("page=0", "no such page")]
    [InlineData("page=2000000000", "no such page")]
    [InlineData("page=x", "no such page")]
    [InlineData("group=area", "grouped")]
    public async Task What_is_not_known_is_refused_in_words(string part, string words)
    {
        var site = await ShippedSite.Shared;
        Assert.Contains(words, (await site.Page("/search?q=children&" + part, 400)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        var site = await ShippedSite.Shared;
        var whole = (await Find("children")).Select(h => h.Url + h.Title).ToList();
        var paged = new List<string>();
        for (var page = 1; paged.Count < whole.Count; page++)
            paged.AddRange((await site.Page($"/search?q=children&page={page}")).QuerySelectorAll("main .k-list h3 a").Select(a => a.GetAttribute("href") + a.TextContent.Trim()));
        Assert.Equal(whole, paged);
    }

    [Fact]
    public async Task Grouped_by_kind_each_kind_shows_its_best()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/search?q=children&group=kind");
        Assert.True(page.QuerySelectorAll(".k-found").Length > 5);
        Assert.Contains("&kind=commitment", page.QuerySelector("section[aria-labelledby='kind-commitment'] > p a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\"\"\"")]
    [InlineData("brothers NEAR/3 sisters")]
    [InlineData("NOT AND OR")]
    [InlineData("*")]
    [InlineData("a* b* c*")]
    [InlineData("title:brothers")]
    [InlineData("😀👩‍👧‍👦")]
    [InlineData("e\u0301\u0301\u0301\u0301 \u0301")]
    [InlineData("'; DROP TABLE entry; --")]
    [InlineData("\u202Ebrother\u0000")]
    [InlineData("^brothers -sisters +care")]
    public async Task No_question_is_too_odd(string q)
    {
        var site = await ShippedSite.Shared;
        await site.Page("/search?q=" + Uri.EscapeDataString(q));
        await site.Json("/search.json?q=" + Uri.EscapeDataString(q));
    }

    [Fact]
    public async Task Two_hundred_letters_are_read()
    {
        var site = await ShippedSite.Shared;
        await site.Page("/search?q=" + new string('a', 200));
        await site.Page("/search?q=" + Uri.EscapeDataString(string.Concat(Enumerable.Repeat("ab ", 66))));
    }

    [Fact]
    public async Task A_record_is_found_as_soon_as_it_was_appended_and_its_erased_words_no_more()
    {
        await using var site = await ShippedSite.Start(TestClock.At(2026, 11, 21));
        Assert.Empty((await site.Json("/search.json?q=zeppelin")).GetProperty("items").EnumerateArray());
        var body = new Organisation { Name = "Zeppelin Society", Type = "charity" };
        var done = Assert.IsType<Appended.Done>(await site.Register.AppendAsync(Change.Of(Write.Set("zeppelins", new(2021, 1, 1), body, 0)), Act.Operator("new", "test")));
        Assert.Equal("Zeppelin Society", Assert.Single((await site.Json("/search.json?q=zeppelins")).GetProperty("items").EnumerateArray()).GetProperty("title").GetString());
        await site.Register.AppendAsync(Change.Of(Write.Redact(RecordKey.Of<Organisation>("zeppelins"), done.Entries[0].Number, 1)), Act.Operator("the law", "test"));
        Assert.Equal(0, (await site.Json("/search.json?q=zeppelin")).GetProperty("total").GetInt32());
        Assert.Null((await site.Page("/search?q=zeppelim")).QuerySelector("#meant"));
    }

    [Fact]
    public async Task Csv_has_a_line_for_each()
    {
        var site = await ShippedSite.Shared;
        Assert.Equal((await Find("kinship")).Count, (await site.Csv("/search.csv?q=kinship")).Length - 1);
    }
}
