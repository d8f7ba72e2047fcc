using System.Diagnostics;
using System.Globalization;
using Kept.Core.Accounts;
using Kept.Testing;
using Kept.Web.House;
using Microsoft.EntityFrameworkCore;

namespace Kept.Measures;

/// <summary>Whether the time of a refused sign-in tells which accounts there are: medians over HTTP, one after the other in turn.</summary>
public static class SignInMeasure
{
    private const int Rounds = 200;
    private static readonly string[] Kinds = ["unknown", "mistyped", "disabled", "waiting"];

    public static async Task Run()
    {
        var clock = TestClock.At(2026, 11, 21);
        await using var site = await TestSite.WithPeople(clock, FeedbackSamples.Fill, s => s with { PasswordRounds = new KeptSettings().PasswordRounds });
        foreach (var kind in Kinds.Skip(1)) await site.AddMember(kind + "@example.org", Role.Analyst);
        var far = clock.GetUtcNow().AddYears(1);
        await site.Workroom.Write(w => w.Users.Where(a => a.Email == "disabled@example.org").ExecuteUpdateAsync(a => a.SetProperty(x => x.Disabled, clock.GetUtcNow())));
        await site.Workroom.Write(w => w.Users.Where(a => a.Email == "waiting@example.org").ExecuteUpdateAsync(a => a.SetProperty(x => x.LockoutEnd, far)));
        var times = Kinds.ToDictionary(k => k, _ => new List<double>(), StringComparer.Ordinal);
        using var visitor = new Visitor(site);
        for (var round = -10; round < Rounds; round++)
        {
            // Nobody is made to wait because of the measure itself.
            clock.Advance(TimeSpan.FromMinutes(16));
            // Each comes first as often as the others.
            for (var n = 0; n < Kinds.Length; n++)
            {
                var kind = Kinds[(n + round + Kinds.Length * Rounds) % Kinds.Length];
                var since = Stopwatch.StartNew();
                using var answer = await visitor.Post("/account/sign-in", ("Email", kind + "@example.org"), ("Password", "not the password at all"));
                var text = await answer.Content.ReadAsStringAsync();
                if ((int)answer.StatusCode != 422 || !text.Contains("do not belong together", StringComparison.Ordinal)) throw new InvalidOperationException($"{kind} was answered {(int)answer.StatusCode}.");
                if (round >= 0) times[kind].Add(since.Elapsed.TotalMilliseconds);
            }
        }
        var medians = times.ToDictionary(t => t.Key, t => Row.Median(t.Value), StringComparer.Ordinal);
        Row.Print($"a refused sign-in: how much its median of {Rounds} tells {string.Join(", ", Kinds)} apart", medians.Values.Max() - medians.Values.Min(), "ms", "limit", 10, "bar 1");
        Console.Error.WriteLine(string.Join(", ", medians.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Key} {m.Value:0.0} ms"))));
    }
}
