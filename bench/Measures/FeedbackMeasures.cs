using System.Diagnostics;
using System.Globalization;
using System.Net;
using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Testing;
using Kept.Web.Features.Feedback;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Measures;

/// <summary>The feedback loop under load: how soon a contribution is acknowledged, an acceptance seen, a long queue and a large workspace shown, over HTTP as browsers do it.</summary>
public static class FeedbackMeasures
{
    private const int Waiting = 50_000, Most = 3_000, Threads = 2, Promises = 2_000, Senders = 64, WarmSeconds = 40, Seconds = 10, Accepted = 20, Looks = 31;
    private const string Form = $"/work/bodies/{FeedbackSamples.Owner}/write/update?about=commitment/{FeedbackSamples.Commitment}";

    public static async Task Run()
    {
        PostgresServer.KeepsSessions = true;
        await Acknowledged();
        await using var site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), FeedbackSamples.Fill);
        using var contributor = await site.Member(Role.Contributor, FeedbackSamples.Owner);
        await Seen(site, contributor);
        await Promise(site);
        await Wait(site);
        foreach (var role in (Role[])[Role.Editor, Role.Analyst])
            using (var staff = await site.SignIn(Kept.Core.Accounts.Roles.NameOf(role) + "@example.org"))
            {
                await Shown(staff, "/work/queue", $"a queue of {Waiting:N0}, first page, {Kept.Core.Accounts.Roles.NameOf(role)}");
                await Shown(staff, "/work/queue?page=900", $"the same, page 900, {Kept.Core.Accounts.Roles.NameOf(role)}");
                await Shown(staff, $"/work/queue?body={FeedbackSamples.Owner}&kind=update", $"the same, of one body, {Kept.Core.Accounts.Roles.NameOf(role)}");
                await Shown(staff, $"/work/bodies/{FeedbackSamples.Owner}?all=yes", $"a workspace of {Promises:N0} commitments, {Kept.Core.Accounts.Roles.NameOf(role)}");
            }
        await Shown(contributor, $"/work/bodies/{FeedbackSamples.Owner}?all=yes", $"a workspace of {Promises:N0} commitments, contributor");
        using var approver = await site.Member(Role.Approver, FeedbackSamples.Owner);
        await Shown(approver, $"/work/bodies/{FeedbackSamples.Owner}?all=yes", $"a workspace of {Promises:N0} commitments, approver");
    }

    // The senders are a program of their own, so that what they cost is not the server's; they share its cores.
    private static async Task Acknowledged()
    {
        await using var site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), FeedbackSamples.Fill);
        using var contributor = await site.Member(Role.Contributor, FeedbackSamples.Owner);
        var token = (await contributor.Page(Form)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var cookies = contributor.Cookies.GetCookieHeader(site.Address);
        // A service that has just started compiles; one that runs does not.
        await Send(WarmSeconds);
        var (count, median, most, slowest) = await Send(Seconds);
        Row.Print($"a contribution acknowledged, durably, {Senders} senders, 95 of 100 within", most, "ms", "limit", 50, "bar 1");
        Console.Error.WriteLine(FormattableString.Invariant($"median {median:0.0} ms, slowest {slowest:0.0} ms of {count}, {count / Seconds}/s"));

        async Task<(int Count, double Median, double Most, double Slowest)> Send(int seconds)
        {
            using var folder = new TempFolder();
            var forms = site.Services.GetRequiredService<FormKeys>();
            for (var thread = 1; thread <= Threads; thread++)
                await File.WriteAllLinesAsync(folder.File(FormattableString.Invariant($"keys{thread}")), Enumerable.Range(0, Most * seconds / Threads).Select(_ => forms.New()));
            using var wrk = Process.Start(new ProcessStartInfo("wrk", [
                $"-t{Threads}", $"-c{Senders}", $"-d{seconds}s", "-s", Path.Combine(AppContext.BaseDirectory, "contributions.lua"), site.Address.ToString(), "--", Form, cookies, Uri.EscapeDataString(token), folder.File("keys")])
            { RedirectStandardOutput = true, UseShellExecute = false })!;
            var said = await wrk.StandardOutput.ReadToEndAsync();
            var found = said.Split('\n').Single(line => line.StartsWith("SENT ", StringComparison.Ordinal)).Split(' ');
            if (found[2] != "0") throw new InvalidOperationException($"Contributions were refused: {said}");
            double Number(int part) => double.Parse(found[part], CultureInfo.InvariantCulture);
            return ((int)Number(1), Number(3), Number(4), Number(5));
        }
    }

    private static async Task Seen(TestSite site, Visitor contributor)
    {
        using var editor = await site.Member(Role.Editor);
        await site.AddMember("analyst@example.org", Role.Analyst);
        var slowest = 0.0;
        for (var n = 0; n < Accepted; n++)
        {
            using (var sent = await contributor.Send(Form, null, ("Told.Words", FormattableString.Invariant($"How it stands, number {n}."))))
                if (sent.StatusCode != HttpStatusCode.SeeOther) throw new InvalidOperationException($"A contribution was answered {(int)sent.StatusCode}.");
            var path = (await editor.Page("/work/queue")).QuerySelector("tbody a")!.GetAttribute("href")!;
            var page = await editor.Page(path);
            var word = $"unmistakable{n}";
            var clock = Stopwatch.StartNew();
            using var accepted = await editor.Send(page, path, path + "?handler=Accept", ("Told.Words", $"It is {word}."));
            if (accepted.StatusCode != HttpStatusCode.SeeOther) throw new InvalidOperationException($"An acceptance was answered {(int)accepted.StatusCode}.");
            var newest = site.Register.Snapshot.Head!;
            (string Where, string Shows)[] everywhere =
            [
                ("/commitments/families-c1", word), ("/commitments/families-c1.json", word), ("/changes.json", newest.Record.Id),
                ("/changes.atom", FormattableString.Invariant($"sealed at entry {newest.Number} ")), ($"/search.json?q={word}", word),
            ];
            foreach (var (where, shows) in everywhere)
                while (!(await (await site.Get(where)).Content.ReadAsStringAsync()).Contains(shows, StringComparison.Ordinal))
                {
                    if (clock.Elapsed > TimeSpan.FromSeconds(10)) throw new InvalidOperationException($"{where} does not show it.");
                    await Task.Delay(1);
                }
            slowest = Math.Max(slowest, clock.Elapsed.TotalMilliseconds);
        }
        Row.Print($"from an editor’s yes until page, data, changes, feed and search show it, slowest of {Accepted}", slowest, "ms", "limit", 1000, "bar 1");
    }

    private static async Task Promise(TestSite site)
    {
        var commitment = (Commitment)site.Register.Snapshot.Newest(new("commitment", FeedbackSamples.Commitment))!.Body!;
        await site.Register.AppendAsync(new Change([.. Enumerable.Range(0, Promises).Select(n => Write.Set(FormattableString.Invariant($"many-{n}"), FeedbackSamples.Day, commitment with { Text = FormattableString.Invariant($"Promise {n}"), Printed = [] }, 0))]), Act.Operator("For a measure.", "load"));
    }

    private static async Task Wait(TestSite site)
    {
        foreach (var some in Enumerable.Range(0, Waiting).Chunk(5_000))
            await site.Workroom.Write(w =>
            {
                w.Contributions.AddRange(some.Select(n => new Contribution
                {
                    FormKey = "many" + n.ToString(CultureInfo.InvariantCulture),
                    Kind = ContributionKind.Update,
                    State = ContributionState.Received,
                    Body = n % 7 == 0 ? FeedbackSamples.Owner : FeedbackSamples.Other,
                    About = "commitment/many-1",
                    Action = FeedbackSamples.Action,
                    Title = "Promise",
                    Told = new() { Words = new string('w', 300) },
                    Author = "somebody",
                    Provenance = Provenance.Web,
                    Made = site.Clock.GetUtcNow().AddSeconds(-n),
                    Sent = site.Clock.GetUtcNow().AddSeconds(-n),
                }));
                return Task.CompletedTask;
            });
    }

    private static async Task Shown(Visitor visitor, string path, string what)
    {
        var times = new List<double>();
        for (var n = 0; n < Looks; n++)
        {
            var clock = Stopwatch.StartNew();
            using var answer = await visitor.Get(path);
            await answer.Content.ReadAsByteArrayAsync();
            if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{path} was answered {(int)answer.StatusCode}.");
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        Row.Print(what, Row.Median(times), "ms", "limit", 50, "bar 1");
    }
}
