using System.Net;
using Kept.Testing;

namespace Kept.Web.Tests.House;

/// <summary>What holds for every readable route of the site.</summary>
public sealed class EveryAddressTests
{
    private static readonly string[] Dates = ["", "?at=2021-07-01", "?at=2021-04-01", "?at=2030-06-01", "?known=2026-11-21", "?at=2021-07-01&known=2026-11-21"];

    private static async Task<IReadOnlyList<(string Pattern, string Path)>> Addresses() => SampleAddresses.All(await ShippedSite.Shared);

    [Fact]
    public async Task Every_address_answers_at_every_date_it_can_be_asked_for()
    {
        var site = await ShippedSite.Shared;
        foreach (var (_, path) in await Addresses())
            foreach (var dates in Dates)
            {
                using var answer = await site.Get(path + dates);
                HttpStatusCode[] right = path == "/exit" ? [HttpStatusCode.SeeOther]
                    : dates.Contains("2021-04", StringComparison.Ordinal) ? [HttpStatusCode.OK, HttpStatusCode.NotFound] : [HttpStatusCode.OK];
                Assert.True(right.Contains(answer.StatusCode), $"{path}{dates} answered {(int)answer.StatusCode}");
            }
    }

    [Fact]
    public async Task Lists_before_the_first_entry_answer_with_nothing_and_a_sentence()
    {
        var site = await ShippedSite.Shared;
        foreach (var path in new[] { "/", "/plans", "/commitments", "/organisations", "/places", "/offers", "/terms", "/sources", "/calendar", "/updates", "/search?q=brother" })
        {
            var page = await site.Page(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "known=2020-01-01");
            Assert.Contains("Kept had recorded nothing by then", page.Body!.TextContent, StringComparison.Ordinal);
        }
        Assert.Equal(0, (await site.Json("/commitments.json?known=2020-01-01")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers_and_no_cookie()
    {
        var site = await ShippedSite.Shared;
        foreach (var path in (await Addresses()).Select(a => a.Path).Append("/nowhere").Append("/commitments?at=never"))
        {
            using var answer = await site.Get(path);
            string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(' ', values) : "";
            Assert.Contains("default-src 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal("nosniff", Header("X-Content-Type-Options"));
            Assert.Equal("no-referrer", Header("Referrer-Policy"));
            Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
            Assert.NotEqual("", Header("Cross-Origin-Resource-Policy"));
            Assert.Equal("", Header("Set-Cookie"));
            Assert.Equal("", Header("Server"));
        }
    }

    [Fact]
    public async Task Data_may_be_read_from_other_places_and_pages_may_not()
    {
        var site = await ShippedSite.Shared;
        foreach (var (_, path) in await Addresses())
        {
            using var answer = await site.Get(path);
            var open = answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var origin) && origin.Single() == "*";
            if (path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".csv", StringComparison.Ordinal) || path.EndsWith(".ics", StringComparison.Ordinal) || path is "/status-picture.svg" or "/changes.atom") Assert.True(open, path);
            else Assert.False(open, path);
        }
    }

    [Fact]
    public async Task What_was_sent_before_is_not_sent_again()
    {
        var site = await ShippedSite.Shared;
        foreach (var path in new[] { "/", "/commitments", "/commitments.json", "/commitments.csv", "/plans/plan-21-24" })
        {
            using var first = await site.Get(path);
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await site.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
            Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task Head_answers_like_get_without_the_body()
    {
        var site = await ShippedSite.Shared;
        foreach (var (_, path) in await Addresses())
        {
            using var get = await site.Get(path);
            using var request = new HttpRequestMessage(HttpMethod.Head, path);
            using var head = await site.Client.SendAsync(request);
            Assert.True(get.StatusCode == head.StatusCode, $"HEAD {path} answered {(int)head.StatusCode}");
            Assert.Equal(get.Content.Headers.ContentType?.ToString(), head.Content.Headers.ContentType?.ToString());
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("TRACE")]
    public async Task Nothing_can_be_written_through_a_public_address(string method)
    {
        var site = await ShippedSite.Shared;
        var before = site.Register.Snapshot.Number;
        foreach (var path in (await Addresses()).Select(a => a.Path).Append("/door/load?folder=x&prune=true"))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var answer = await site.Client.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.MethodNotAllowed, $"{method} {path} answered {(int)answer.StatusCode}");
        }
        Assert.Equal(before, site.Register.Snapshot.Number);
    }

    [Fact]
    public async Task Every_data_address_is_in_the_openapi_document_and_no_other()
    {
        var site = await ShippedSite.Shared;
        var document = await site.Json("/openapi/v1.json");
        var described = document.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);
        var mapped = (await Addresses()).Select(a => a.Pattern)
            .Where(p => (p.EndsWith(".json", StringComparison.Ordinal) || p.EndsWith(".csv", StringComparison.Ordinal) || p.EndsWith(".ics", StringComparison.Ordinal)) && !p.StartsWith("/openapi", StringComparison.Ordinal));
        Assert.Equal(mapped.Order(StringComparer.Ordinal), described);
    }
}
