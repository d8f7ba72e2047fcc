using Kept.Core.Accounts;
using Kept.Core.Notices;
using Kept.Testing;
using Kept.Web.Features.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Web.Tests.Notices;

/// <summary>What waits in the outbox reaches a real mail server, whatever that does meanwhile.</summary>
public sealed class SendingMailTests : IAsyncLifetime
{
    private static readonly string[] Ends = ["\r\n", "\n", "\r", "\0", "\v", "\f", "\u0085", "\u2028", "\u2029", "\r\n ", "\n\t", "%0d%0a", "=0D=0A", "&#13;&#10;", "\\r\\n", "?=\r\n", "\u560d\u560a"];
    private static readonly HashSet<string> Headers = new(StringComparer.OrdinalIgnoreCase)
        { "MIME-Version", "From", "To", "Date", "Subject", "Content-Type", "Content-Transfer-Encoding", "Message-ID", "Auto-Submitted", "List-Unsubscribe", "List-Unsubscribe-Post" };

    private MailServer _server = null!;
    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await MailServer.Start();
        _site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), WorkSamples.Fill, s => s with { Smtp = _server.Address, MailFrom = "kept@example.org", MailPatience = TimeSpan.FromSeconds(2) });
        // A test looks when it wants to.
        await _site.Services.GetRequiredService<SendingMail>().StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task An_invitation_goes_out_by_e_mail_and_its_text_is_then_gone()
    {
        using var administrator = await _site.Member(Role.Administrator);
        using var sent = await administrator.Send("/work/people", "/work/people", ("Name", "Zoë MacLeòid"), ("Email", "zoe@example.org"), ("Role", "editor"));
        var link = (await Visitor.Read(sent)).QuerySelector(".k-note .k-key")!.TextContent;
        await Send();
        var (to, mail) = Assert.Single(_server.Received);
        Assert.Equal("zoe@example.org", to);
        Assert.Contains(link, MailServer.TextOf(mail), StringComparison.Ordinal);
        Assert.Contains("Zoë MacLeòid", MailServer.TextOf(mail), StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", mail, StringComparison.Ordinal);
        var row = await Row();
        Assert.Equal(("", true), (row.Text, row.Sent is not null));
        await Send();
        Assert.Single(_server.Received);
    }

    [Theory]
    [InlineData("later")]
    [InlineData("drop")]
    public async Task A_server_that_cannot_now_is_asked_again_after_growing_pauses_until_it_takes_it(string mode)
    {
        await Add("a@example.org");
        _server.Will(mode);
        await Send();
        foreach (var minutes in (int[])[1, 5, 15, 60])
        {
            await Send();
            _site.Clock.Advance(TimeSpan.FromMinutes(minutes - 0.5));
            var before = (await Row()).Tries;
            await Send();
            Assert.Equal(before, (await Row()).Tries);
            _site.Clock.Advance(TimeSpan.FromMinutes(1));
            await Send();
            Assert.Equal(before + 1, (await Row()).Tries);
        }
        Assert.Empty(_server.Received);
        _server.Will("accept");
        _site.Clock.Advance(TimeSpan.FromHours(5));
        await Send();
        Assert.Single(_server.Received);
    }

    [Fact]
    public async Task A_server_that_stalls_is_left_and_asked_again()
    {
        await Add("a@example.org");
        _server.Will("stall");
        await Send();
        Assert.Equal((1, false), ((await Row()).Tries, (await Row()).Trouble is null));
        _server.Will("accept");
        _site.Clock.Advance(TimeSpan.FromMinutes(2));
        await Send();
        Assert.Single(_server.Received);
    }

    [Fact]
    public async Task A_server_that_is_down_for_a_day_gets_everything_afterwards_once_each()
    {
        for (var at = 0; at < 30; at++) await Add($"person{at}@example.org");
        _server.Will("later");
        for (var hour = 0; hour < 24; hour++)
        {
            await Send();
            _site.Clock.Advance(TimeSpan.FromHours(1));
        }
        _server.Will("accept");
        for (var hour = 0; hour < 13; hour++)
        {
            await Send();
            _site.Clock.Advance(TimeSpan.FromHours(1));
        }
        Assert.Equal(30, _server.Received.Select(r => r.To).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(30, _server.Received.Count);
    }

    [Fact]
    public async Task What_is_refused_for_good_is_parked_shown_and_tried_again_when_somebody_says_so()
    {
        using var administrator = await _site.Member(Role.Administrator);
        await Add("nobody@example.org");
        _server.Will("refuse");
        await Send();
        var page = await administrator.Page("/work/outbox");
        Assert.Contains("nobody of that name", page.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("A text that nobody else reads", page.Body!.TextContent, StringComparison.Ordinal);
        _server.Will("accept");
        _site.Clock.Advance(TimeSpan.FromMinutes(29));
        await Send();
        Assert.Empty(_server.Received);
        using var again = await administrator.Send("/work/outbox", "/work/outbox?handler=Again");
        await Send();
        Assert.Single(_server.Received);
    }

    [Fact]
    public async Task Two_nodes_that_look_at_once_send_it_once()
    {
        for (var at = 0; at < 10; at++) await Add($"person{at}@example.org");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Send()));
        Assert.Equal(10, _server.Received.Count);
    }

    [Fact]
    public async Task No_line_end_in_any_field_makes_another_header_or_another_reader()
    {
        // PostgreSQL holds no text with a zero in it.
        foreach (var (n, end) in Ends.Where(e => e != "\0" || !TestDatabase.OnPostgres).Index())
        {
            var more = $"{end}Bcc: b@example.org{end}X-More: yes{end}{end}And a body.";
            string[] addresses = ["a@example.org", "a@example.org" + more, $"\"a{more}\"@example.org", $"a{more} <a@example.org>"];
            foreach (var (at, to) in addresses.Index())
                await _site.Workroom.Write(w => w.Outbox.AddAsync(OutboxMessage.Of($"{n} {at}", to, "Hello" + more, "Words" + more, _site.Clock.GetUtcNow(), stop: "https://kept.example/stop/a" + (at == 0 ? "" : more))).AsTask());
        }
        while (await Send() > 0) { }
        var rows = await _site.Workroom.Read(w => w.Outbox.ToListAsync());
        Assert.Equal(rows.Count(r => r.Sent is not null), _server.Received.Count);
        Assert.True(_server.Received.Count >= Ends.Length - 1, $"{_server.Received.Count} messages prove little.");
        Assert.All(_server.Received, received =>
        {
            Assert.NotEqual("b@example.org", received.To);
            // A header that goes on in the next line begins there with a space.
            var headers = received.Mail.Split("\r\n\r\n")[0].Split("\r\n").Where(line => line.Length == 0 || !char.IsWhiteSpace(line[0])).Select(line => line.Split(':')[0]).ToList();
            Assert.Equal(headers.Distinct(StringComparer.OrdinalIgnoreCase).Count(), headers.Count);
            Assert.Subset(Headers, headers.ToHashSet(StringComparer.OrdinalIgnoreCase));
            Assert.DoesNotContain('\n', received.Mail.Split("\r\n\r\n")[0].Replace("\r\n", "", StringComparison.Ordinal));
            Assert.DoesNotContain('\r', received.Mail.Split("\r\n\r\n")[0].Replace("\r\n", "", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task An_address_with_a_line_end_is_refused_where_it_is_typed()
    {
        using var administrator = await _site.Member(Role.Administrator);
        foreach (var end in Ends)
        {
            var address = $"zoe@example.org{end}Bcc: b@example.org";
            using var invited = await administrator.Send("/work/people", "/work/people", ("Name", "Zoë"), ("Email", address), ("Role", "editor"));
            Assert.Null(AskToFollow.Of(address, "weekly").Email);
        }
        await Send();
        Assert.DoesNotContain(_server.Received, r => r.To != "zoe@example.org" || r.Mail.Split("\r\n\r\n")[0].Contains("b@example.org", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_thing_is_told_once()
    {
        await Add("a@example.org", "same");
        await Assert.ThrowsAsync<DbUpdateException>(() => Add("a@example.org", "same"));
        Assert.Equal(1, await _site.Workroom.Read(w => w.Outbox.CountAsync()));
    }

    [Theory]
    [InlineData("smtp://mail.example", null, "go together")]
    [InlineData("http://mail.example", "a@example.org", "no address of a mail server")]
    [InlineData("smtp://mail.example", "nobody", "no e-mail address")]
    [InlineData("smtp+starttls://u:p@mail.example:587", "a@example.org", null)]
    [InlineData(null, null, null)]
    public void Settings_that_cannot_work_are_refused_in_words(string? smtp, string? from, string? why)
    {
        var said = Mail.Objection(smtp, from);
        if (why is null) Assert.Null(said);
        else Assert.Contains(why, said, StringComparison.Ordinal);
    }

    private Task<int> Send() => _site.Services.GetRequiredService<SendingMail>().SendDue(CancellationToken.None);

    private Task Add(string to, string? key = null) => _site.Workroom.Write(w =>
        w.Outbox.AddAsync(OutboxMessage.Of(key ?? to, to, "A subject", "A text that nobody else reads", _site.Clock.GetUtcNow())).AsTask());

    private Task<OutboxMessage> Row() => _site.Workroom.Read(w => w.Outbox.SingleAsync());

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _server.Dispose();
    }
}
