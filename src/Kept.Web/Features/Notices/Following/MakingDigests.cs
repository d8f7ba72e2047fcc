using Kept.Core.Foundation;
using Kept.Core.Notices;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Web.Features.Search;
using Kept.Web.House;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Notices.Following;

/// <summary>
/// Writes the digests that are due into the outbox. Each is written in one transaction with the note that it was made, under a key
/// of follower and day: whatever dies in between, and however many nodes look, a follower hears of a change once.
/// </summary>
public sealed class MakingDigests(
    WorkroomDatabase workroom, Register register, Finder finder, Letters letters, KeptSettings settings, LondonClock clock, IHostApplicationLifetime life, ILogger<MakingDigests> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.OffersFollowing) return;
        await life.OfFirstReaders(stoppingToken);
        using var timer = new PeriodicTimer(Look);
        do
        {
            try
            {
                await MakeDue(stoppingToken);
                await ForgettingFollowers.Forget(workroom, clock.Now);
            }
            // What was not made is still due when it is looked at next.
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "Digests could not be made");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Makes what is due; how many digests were written.</summary>
    public async Task<int> MakeDue(CancellationToken cancel)
    {
        await workroom.Ready();
        var now = clock.Now;
        var pauses = await workroom.Read(w => w.Pauses.ToListAsync(cancel));
        var times = await workroom.Read(w => w.Followers.Where(f => f.Follows.Any(x => x.Confirmed != null)).Select(f => new { f.Often, f.Looked }).Distinct().ToListAsync(cancel));
        var due = times.Select(t => (t.Often, t.Looked, Day: DigestTimes.Due(t.Often, t.Looked, now, pauses))).Where(t => t.Day is not null).ToList();
        if (due.Count == 0) return 0;
        var (snapshot, made) = (register.Snapshot, 0);
        var wording = await letters.Of(MailTexts.Digest);
        FollowedChanges? changes = null;
        long from = 0;
        foreach (var (often, looked, day) in due)
        {
            var followers = await workroom.Read(w => w.Followers.Include(f => f.Follows).Where(f => f.Often == often && f.Looked == looked).ToListAsync(cancel));
            if (followers.Count == 0) continue;
            var told = followers.Min(f => f.Seen);
            if (changes is null || told < from) (changes, from) = (Since(snapshot, told), told);
            made += await Make(followers, changes, new View(snapshot, LondonClock.DayOf(now)), day!.Value, wording, cancel);
        }
        return made;
    }

    private FollowedChanges Since(Snapshot snapshot, long entry)
    {
        // What was recorded with a day to come is found as well: by then nothing new would be recorded.
        var (view, found) = (new View(snapshot, DateOnly.MaxValue), new Dictionary<string, IReadOnlySet<RecordKey>>(StringComparer.Ordinal));
        return new(snapshot, FollowedChanges.Since(snapshot, entry), query =>
            found.TryGetValue(query, out var known) ? known : found[query] = FollowedThing.Found(finder, view, query));
    }

    private async Task<int> Make(IReadOnlyList<Follower> followers, FollowedChanges changes, View view, DateOnly day, Wording wording, CancellationToken cancel)
    {
        var (time, number, quiet, made) = (DigestTimes.On(day), view.Snapshot.Number, new List<string>(), 0);
        foreach (var follower in followers)
        {
            cancel.ThrowIfCancellationRequested();
            if (changes.For(follower.Seen, follower.Follows) is not { Count: > 0 } news) quiet.Add(follower.Id);
            else if (await Write(follower, news, view, day, wording)) made++;
        }
        // Nothing to say to them; they are looked at again when the next digest is due.
        foreach (var some in quiet.Chunk(500))
            await workroom.Write(w => w.Followers.Where(f => some.Contains(f.Id) && f.Looked < time).ExecuteUpdateAsync(f => f.SetProperty(x => x.Looked, time).SetProperty(x => x.Seen, number), cancel), cancel);
        return made;
    }

    private async Task<bool> Write(Follower follower, IReadOnlyList<FollowedChange> news, View view, DateOnly day, Wording wording)
    {
        var (row, word) = follower.NewWord(clock.Now);
        var site = settings.PublicUrl!.TrimEnd('/');
        var stop = site + NoticeLinks.Stop(word);
        var letter = Letters.Write(wording, new($"{follower.Keys}digest:{Dates.Iso(day)}", follower.Email, NoticeKind.Digest, stop), clock.Now,
            ("programme", Frame.Programme(view)?.Title ?? "Kept"), ("count", Words.Counted(news.Count, "change", "changes")), ("since", "since " + Dates.Long(LondonClock.DayOf(follower.Looked))),
            ("changes", DigestMail.Changes(view, news, site)), ("mine", site + NoticeLinks.Mine(word)), ("stop", stop));
        var mine = false;
        try
        {
            await workroom.Write(async w =>
            {
                if (await w.Followers.FindAsync(follower.Id) is not { } standing || standing.Looked != follower.Looked) return;
                mine = true;
                (standing.Looked, standing.Seen) = (DigestTimes.On(day), view.Snapshot.Number);
                w.FollowWords.Add(row);
                w.Outbox.Add(letter);
            });
            return mine;
        }
        // Another node made it, or the follower left meanwhile.
        catch (DbUpdateException)
        {
            return false;
        }
    }
}
