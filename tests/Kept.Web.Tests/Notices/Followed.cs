using System.Text.RegularExpressions;
using Kept.Core.Evidence;
using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Testing;
using Kept.Web.Features.Notices;
using Kept.Web.Features.Notices.Following;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Web.Tests.Notices;

/// <summary>A small programme that can be followed, with a real mail server beside it. Nothing is made or sent until a test says so.</summary>
internal sealed partial class Followed : IAsyncDisposable
{
    public const string Site = "https://kept.example";
    public const string Action = "/plans/plan/actions/doors";

    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly Cite Page = new("report", [1, 1]);
    private readonly MailServer _server;
    private int _read;

    private Followed(TestSite site, MailServer server) => (Kept, _server) = (site, server);

    public TestSite Kept { get; }

    /// <summary>Saturday 21 November 2026, noon.</summary>
    public static async Task<Followed> Start()
    {
        var server = await MailServer.Start();
        var site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), Fill, s => s with { Smtp = server.Address, MailFrom = "kept@example.org", MailPatience = TimeSpan.FromSeconds(2), PublicUrl = Site + "/" });
        await site.Services.GetRequiredService<SendingMail>().StopAsync(CancellationToken.None);
        await site.Services.GetRequiredService<MakingDigests>().StopAsync(CancellationToken.None);
        return new(site, server);
    }

    public void ServerWill(string mode) => _server.Will(mode);

    /// <summary>What came to the mail server since this was last asked.</summary>
    public async Task<IReadOnlyList<(string To, string Head, string Text)>> NewMail()
    {
        while (await Kept.Services.GetRequiredService<SendingMail>().SendDue(CancellationToken.None) > 0) { }
        var all = _server.Received;
        var mail = all.Skip(_read).Select(m => (m.To, Unfolded().Replace(m.Mail.Split("\r\n\r\n")[0], " "), MailServer.TextOf(m.Mail))).ToList();
        _read = all.Count;
        return mail;
    }

    public async Task<int> MakeDigests() => await Kept.Services.GetRequiredService<MakingDigests>().MakeDue(CancellationToken.None);

    /// <summary>Moves the clock, makes what is due by then, and gives what was sent.</summary>
    public async Task<IReadOnlyList<(string To, string Head, string Text)>> At(string instant)
    {
        Kept.Clock.Set(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));
        await MakeDigests();
        return await NewMail();
    }

    public Task<HttpResponseMessage> Ask(Visitor visitor, string of, string email, string often = "weekly") =>
        visitor.Send("/follow?of=" + Uri.EscapeDataString(of), "/follow", ("Email", email), ("Often", often));

    /// <summary>Asks, confirms, and gives the word of that e-mail.</summary>
    public async Task<string> Follow(string of, string email, string often = "weekly")
    {
        using var visitor = new Visitor(Kept);
        using var asked = await Ask(visitor, of, email, often);
        var word = WordIn(Xunit.Assert.Single(await NewMail(), m => m.To == email).Text, "confirm");
        using var confirmed = await visitor.Send("/follow/confirm/" + word);
        Xunit.Assert.Equal("/follow/mine/" + word, confirmed.Headers.Location?.ToString());
        return word;
    }

    public static string WordIn(string text, string page) => Regex.Match(text, $"{Site}/follow/{page}/([a-z0-9]+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;

    public async Task Promise(string text, string due, int expect, string id = "open", string why = "A letter came.") => await Write(why, global::Kept.Core.Records.Write.Set(id, First, new Commitment
    {
        Text = text,
        Actions = ["doors"],
        Who = ["council"],
        Due = [new Due { Text = due, Qualifier = "by" }],
        Status = "planned",
        StatusWording = "will",
        StatusBasis = "as worded",
    }, expect));

    public async Task Write(string why, params Write[] writes) => Xunit.Assert.IsType<Appended.Done>(await Kept.Register.AppendAsync(Change.Of(writes), Act.Operator(why, "test")));

    private static async Task Fill(Register register) => Xunit.Assert.IsType<Appended.Done>(await register.AppendAsync(Change.Of(
        global::Kept.Core.Records.Write.Set("report", First, new Source { Title = "A report", Kind = "report" }, 0),
        global::Kept.Core.Records.Write.Set("S1", First, new Place { Name = "Here", Kind = "council", Organisation = "council", Label = "HER", Column = 1, Row = 1, Source = Page }, 0),
        global::Kept.Core.Records.Write.Set("council", First, new Organisation { Name = "The council", Type = "local authority", Place = "S1" }, 0),
        global::Kept.Core.Records.Write.Set("plan", First, new Plan { Title = "The plan", Source = Page }, 0),
        global::Kept.Core.Records.Write.Set("homes", First, new PriorityArea { Title = "Homes", Plan = "plan", Order = 1, Source = Page }, 0),
        global::Kept.Core.Records.Write.Set("doors", First, new PlanAction { Title = "Doors", Plan = "plan", Area = "homes", Order = 1, Source = Page }, 0)), Act.Operator("A test.", "test")));

    // A header that goes on in the next line.
    [GeneratedRegex("\r\n[ \t]+", RegexOptions.None, 1_000)]
    private static partial Regex Unfolded();

    public async ValueTask DisposeAsync()
    {
        await Kept.DisposeAsync();
        _server.Dispose();
    }
}
