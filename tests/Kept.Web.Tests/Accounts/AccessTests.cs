using System.Net;
using Kept.Core.Accounts;
using Kept.Testing;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Web.Tests.Accounts;

/// <summary>Holds every address behind the door against docs/access.md: each role, another body's role, nobody, somebody without a role, somebody disabled.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private const string Body = "scottish-government", OtherBody = "celcis";
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), WorkSamples.Fill);

    [Fact]
    public async Task Every_role_opens_what_the_table_says_and_nothing_else()
    {
        var wrong = new List<string>();
        var table = Table();
        await Check("nobody", new Visitor(_site), _ => false, HttpStatusCode.SeeOther);
        await Check("somebody without a role", await Without(), who => who is ["in"], HttpStatusCode.NotFound);
        foreach (var role in Roles.All)
            await Check(Roles.NameOf(role), await _site.Member(role, Roles.IsOfBody(role) ? Body : null),
                who => who is ["in"] || who.Contains(Roles.NameOf(role), StringComparer.Ordinal) || who.Contains(Roles.NameOf(role) + " own", StringComparer.Ordinal), HttpStatusCode.NotFound);
        foreach (var role in Roles.All.Where(Roles.IsOfBody))
            await Check(Roles.NameOf(role) + " of another body", await _site.Member(role, OtherBody),
                who => who is ["in"] || who.Contains(Roles.NameOf(role), StringComparer.Ordinal), HttpStatusCode.NotFound);
        Assert.Empty(wrong);

        async Task Check(string name, Visitor visitor, Func<string[], bool> may, HttpStatusCode otherwise)
        {
            using (visitor)
                foreach (var (pattern, path) in await WorkSamples.Addresses(_site))
                {
                    using var answer = await visitor.Get(path);
                    var who = table[pattern];
                    var right = who is ["open"] || may(who) ? answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.SeeOther && answer.Headers.Location?.ToString().Contains("to=", StringComparison.Ordinal) != true
                        : answer.StatusCode == otherwise;
                    if (!right) wrong.Add($"{name}: {path} answered {(int)answer.StatusCode}");
                }
        }
    }

    [Fact]
    public async Task What_one_may_not_see_looks_like_what_does_not_exist()
    {
        using var visitor = await _site.Member(Role.Contributor, Body);
        using var hidden = await visitor.Get("/work/people");
        using var absent = await visitor.Get("/work/nothing-here");
        Assert.Equal(absent.StatusCode, hidden.StatusCode);
        Assert.Equal(await absent.Content.ReadAsStringAsync(), (await hidden.Content.ReadAsStringAsync()).Replace("/work/people", "/work/nothing-here", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_form_refuses_what_comes_from_another_site_or_without_its_token()
    {
        using var visitor = await _site.Member(Role.Administrator);
        foreach (var (pattern, path) in await WorkSamples.Addresses(_site))
        {
            using var foreign = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([]) };
            foreign.Headers.Add("Sec-Fetch-Site", "cross-site");
            using var refused = await visitor.Client.SendAsync(foreign);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            using var elsewhere = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([]) };
            elsewhere.Headers.Add("Origin", "https://elsewhere.example");
            using var alsoRefused = await visitor.Client.SendAsync(elsewhere);
            Assert.Equal(HttpStatusCode.Forbidden, alsoRefused.StatusCode);
            if (pattern.StartsWith("/account/sign-in", StringComparison.Ordinal)) continue;
            using var bare = await visitor.Post(path);
            Assert.True(bare.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{path} took a form without its token: {(int)bare.StatusCode}");
        }
    }

    [Fact]
    public void Every_page_behind_the_door_says_whom_it_is_for()
    {
        foreach (var endpoint in Behind())
            Assert.True(endpoint.Metadata.Any(m => m is NeedsAttribute or OwnAccountAttribute or OpenToAllAttribute), $"{endpoint.RoutePattern.RawText} says nothing, so it is shut for everybody");
        Assert.Equal(Table().Keys.Order(StringComparer.Ordinal), Behind().Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private IEnumerable<RouteEndpoint> Behind() => _site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => WorkDoor.TakesForms("/" + e.RoutePattern.RawText!.TrimStart('/').Split('{')[0].TrimEnd('/')));

    private static Dictionary<string, string[]> Table() =>
        File.ReadLines(Repository.At("docs", "access.md")).Where(l => l.StartsWith("| /", StringComparison.Ordinal)).Select(l => l.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(c => c[1], c => c[2].Split(", "), StringComparer.Ordinal);

    private async Task<Visitor> Without()
    {
        await _site.AddMember("chief@example.org", Role.Administrator);
        using var administrator = await _site.SignIn("chief@example.org");
        await _site.AddMember("nothing@example.org", Role.Analyst);
        var visitor = await _site.SignIn("nothing@example.org");
        var id = (await administrator.Page("/work/people")).QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("nothing@example.org", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
        using var taken = await administrator.Send(id, id + "?handler=Take");
        return visitor;
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();
}
