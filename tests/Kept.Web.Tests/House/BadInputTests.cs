using System.Net;
using Kept.Testing;

namespace Kept.Web.Tests.House;

/// <summary>What a person or a script can get wrong in an address, and what they are told.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("/commitments?at=yesterday", "at", "2021-07-01")]
    [InlineData("/commitments?at=2021-02-30", "at", "2021-07-01")]
    [InlineData("/?at=2021-07-01&at=2021-07-02", "at", "one date")]
    [InlineData("/plans?known=2027-01-01", "known", "2026-11-21")]
    [InlineData("/commitments?stage=planned", "stage", "status")]
    [InlineData("/commitments?status=done", "status", "delivered")]
    [InlineData("/commitments?body=nobody-at-all", "body", "not-stated")]
    [InlineData("/commitments?due=soon", "due", "2022-spring")]
    [InlineData("/commitments?due=2022-monsoon", "due", "2022-spring")]
    [InlineData("/commitments?amount=lots", "amount", "not-stated")]
    [InlineData("/commitments?page=0", "page", "whole number")]
    [InlineData("/commitments?page=99", "page", "whole number")]
    [InlineData("/places?kind=planet", "kind", "health-board")]
    public async Task A_bad_value_is_refused_with_the_right_form(string path, string parameter, string expected)
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page(path, expect: 400);
        Assert.Contains(expected, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        if (parameter == "page") return;
        var question = path.IndexOf('?', StringComparison.Ordinal);
        var data = path[..question] == "/" ? "/plans.json" + path[question..] : path[..question] + ".json" + path[question..];
        var problem = await site.Json(data, expect: 400);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.Contains(expected, problem.GetProperty("expected").GetString(), StringComparison.Ordinal);
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/commitments/no-such-commitment")]
    [InlineData("/plans/no-such-plan")]
    [InlineData("/plans/plan-21-24/actions/no-such-action")]
    [InlineData("/places/S12999999")]
    [InlineData("/terms/fundamentals/no-such-term")]
    [InlineData("/commitments/..%2f..%2fetc")]
    [InlineData("/commitments/%F0%9F%A7%B6")]
    public async Task An_unknown_address_is_404_with_a_search(string path)
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page(path, expect: 404);
        Assert.NotNull(page.QuerySelector("main form[role=search] input[name=q]"));
        using var answer = await site.Get(path + ".json");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(10_000)]
    [InlineData(40_000)]
    public async Task A_query_that_is_too_long_is_refused_in_words(int length)
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/commitments?q=" + new string('x', length), expect: 414);
        Assert.Contains("too long", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/commitments?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/search?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/commitments?status=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/commitments?%3Cscript%3E=1")]
    [InlineData("/search?q=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E")]
    public async Task What_was_typed_is_shown_as_text_and_never_run(string path)
    {
        var site = await ShippedSite.Shared;
        using var answer = await site.Get(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img src=x", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_record_not_yet_in_force_says_from_when_it_is_and_links_there()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/commitments/support-c1?at=2021-05-01", expect: 404);
        Assert.Contains("30 June 2021", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/commitments/support-c1?at=2021-06-30']"));
    }

    [Fact]
    public async Task A_record_asked_for_before_kept_knew_of_it_says_when_it_came()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/commitments/support-c1?at=2021-07-01&known=2022-04-15", expect: 404);
        Assert.Contains("21 November 2026", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/commitments/relationships-c1", "/commitments/brothers-and-sisters-guidance-2021")]
    [InlineData("/commitments/relationships-c1.json?at=2021-07-01", "/commitments/brothers-and-sisters-guidance-2021.json?at=2021-07-01")]
    [InlineData("/places/S12000015", "/places/S12000047")]
    public async Task A_printed_or_former_id_moves_for_ever(string from, string to)
    {
        var site = await ShippedSite.Shared;
        using var answer = await site.Get(from);
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(to, answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_page_is_compressed_for_who_can_read_that_and_has_a_tag_of_its_own(string encoding)
    {
        var site = await ShippedSite.Shared;
        using var plain = await site.Get("/commitments");
        using var packed = await Packed(site, encoding);
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
        Assert.True(packed.Content.Headers.ContentLength * 4 < plain.Content.Headers.ContentLength);
        using var refused = new HttpRequestMessage(HttpMethod.Get, "/commitments");
        refused.Headers.AcceptEncoding.ParseAdd(encoding + ";q=0");
        using var whole = await site.Client.SendAsync(refused);
        Assert.Empty(whole.Content.Headers.ContentEncoding);
    }

    // Whoever comes first is not kept waiting for a smaller form; it is made beside the answer.
    private static async Task<HttpResponseMessage> Packed(TestSite site, string encoding)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/commitments");
            request.Headers.AcceptEncoding.ParseAdd(encoding);
            var answer = await site.Client.SendAsync(request, late.Token);
            if (answer.Content.Headers.ContentEncoding.Contains(encoding)) return answer;
            answer.Dispose();
        }
    }

    [Fact]
    public async Task Leaving_clears_what_the_browser_kept_and_goes_to_a_neutral_site()
    {
        var site = await ShippedSite.Shared;
        using var answer = await site.Get("/exit");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.DoesNotContain("localhost", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("cache", answer.Headers.GetValues("Clear-Site-Data").Single(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }
}
