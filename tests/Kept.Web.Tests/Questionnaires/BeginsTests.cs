using System.Net;
using Kept.Testing;
using Kept.Web.Features.Questionnaires.Answering;

namespace Kept.Web.Tests.Questionnaires;

/// <summary>A school begins from one address at once; a flood from one is asked to wait, and everybody else goes on.</summary>
public sealed class BeginsTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.WithPeople(TestClock.At(2026, 11, 23), WorkSamples.Fill, s => s with { Proxies = "127.0.0.1, ::1" });
        await _site.Open();
    }

    [Fact]
    public async Task A_class_may_begin_at_once_and_a_flood_may_not()
    {
        using var school = From("127.1.1.1, 203.0.113.7");
        using var other = From("2001:db8::1");
        var page = await school.Page(Asked.Start);
        for (var n = 0; n < Begins.Most; n++)
            using (var begun = await school.Send(page, Asked.Start, Asked.Start)) Assert.Equal(HttpStatusCode.SeeOther, begun.StatusCode);
        using var flood = await school.Send(page, Asked.Start, Asked.Start);
        Assert.Equal(TimeSpan.FromMinutes(10), flood.Headers.RetryAfter!.Delta);
        var words = (await Visitor.Read(flood, expect: 429)).Words();
        Assert.Contains("Try again in 10 minutes.", words, StringComparison.Ordinal);
        Assert.Contains("999", words, StringComparison.Ordinal);
        using var elsewhere = await other.Send(page, Asked.Start, Asked.Start);
        using var unknown = new Visitor(_site);
        using var nobodySays = await unknown.Send(page, Asked.Start, Asked.Start);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (elsewhere.StatusCode, nobodySays.StatusCode));
        _site.Clock.Advance(TimeSpan.FromMinutes(10));
        using var later = await school.Send(page, Asked.Start, Asked.Start);
        Assert.Equal(HttpStatusCode.SeeOther, later.StatusCode);
    }

    [Fact]
    public void One_household_has_one_place_and_a_place_that_nobody_says_is_no_place()
    {
        var (begins, now) = (new Begins(), new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        for (var n = 0; n < Begins.Most; n++) Assert.Null(begins.Wait(IPAddress.Parse($"2001:db8:1:2::{n + 1:x}"), now));
        Assert.NotNull(begins.Wait(IPAddress.Parse("2001:db8:1:2:ffff::1"), now));
        Assert.Null(begins.Wait(IPAddress.Parse("2001:db8:1:3::1"), now));
        for (var n = 0; n < Begins.MostUnknown; n++) Assert.Null(begins.Wait(null, now));
        Assert.Equal(TimeSpan.FromMinutes(9), begins.Wait(null, now.AddMinutes(1)));
    }

    private Visitor From(string address)
    {
        var visitor = new Visitor(_site);
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return visitor;
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();
}
