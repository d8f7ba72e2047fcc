using System.Diagnostics;
using Kept.Core.Evidence;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;

namespace Kept.Measures;

/// <summary>The Register at 200,000 versions: how long it takes to load, what it costs in memory, how fast the past can be read.</summary>
public static class Views
{
    private static readonly DateOnly Past = new(2022, 6, 1);
    private static readonly DateTimeOffset PastKnown = new(2024, 1, 2, 12, 0, 0, TimeSpan.Zero);

    public static Task Run()
    {
        var folder = Directory.CreateTempSubdirectory("kept-views-");
        try
        {
            var path = Path.Combine(folder.FullName, "kept.db");
            var made = Stopwatch.StartNew();
            LargeRegister.Write(path, Shipped.Pack);
            Console.Error.WriteLine(FormattableString.Invariant($"made in {made.Elapsed.TotalSeconds:0.0} s, {new FileInfo(path).Length >> 20} MiB"));
            GC.Collect();
            Measure(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return Task.CompletedTask;
    }

    private static void Measure(string path)
    {
        using (Load(path)) GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (clock, cpu) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        using var register = Load(path);
        var seconds = clock.Elapsed.TotalSeconds;
        Console.Error.WriteLine(FormattableString.Invariant($"processor time of the load: {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds:0.00} s"));
        Row.Print("200,000 versions loaded and verified (P9)", seconds, "s", "limit", 4, "bar 1");

        var now = register.Snapshot;
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        var (versions, bodies) = Versions(now);
        Console.Error.WriteLine(FormattableString.Invariant($"{versions} versions, {bodies / versions} bytes a body"));
        Row.Print("memory of a version beside its body (P10)", (memory - bodies) / (double)versions, "bytes", "limit", 1024, "bar 1");

        foreach (var (what, read) in Pages(now))
        {
            Row.Print($"{what}, first time (P11)", Once(() => read(new(now, Past, PastKnown))), "ms", "limit", 50, "bar 1");
            Row.Print($"{what}, again", Row.Median(Enumerable.Range(0, 15).Select(_ => Once(() => read(new(now, Past, PastKnown))))), "ms", "today's",
                Row.Median(Enumerable.Range(0, 15).Select(_ => Once(() => read(new(now, new(2026, 11, 21)))))), "bar 1.5");
        }
        Small(now);
        GC.KeepAlive(register);
    }

    private static Register Load(string path) => Register.Open(SqliteStore.Open(path), TimeProvider.System);

    private static (long Versions, long Bodies) Versions(Snapshot now)
    {
        var (versions, bodies) = (0L, 0L);
        foreach (var kind in now.Kinds)
            foreach (var key in now.Keys(kind))
                for (var v = now.Newest(key); v is not null; v = v.Previous) (versions, bodies) = (versions + 1, bodies + v.Item.Body.Length);
        return (versions, bodies);
    }

    private static IEnumerable<(string, Action<View>)> Pages(Snapshot now)
    {
        var commitments = now.Keys("commitment").Where((_, i) => i % 55 == 0).ToList();
        yield return ("a page of 200 commitments with the bodies and actions they name", view =>
        {
            foreach (var body in commitments.Select(c => view.Find<Commitment>(c.Id)?.Body).OfType<Commitment>())
            {
                foreach (var who in body.Who) view.Find<Organisation>(who);
                foreach (var action in body.Actions) view.Find<PlanAction>(action);
            }
        }
        );
        var body = now.Keys("organisation").MaxBy(o => now.EverReferring(o).Count);
        yield return ($"the page of a body that {now.EverReferring(body).Count} records name", view =>
        {
            view.Find<Organisation>(body.Id);
            view.History(body);
            _ = view.Naming<Commitment>(body).Count() + view.Naming<PlanAction>(body).Count();
        }
        );
        var source = now.Keys("source").MaxBy(o => now.EverReferring(o).Count);
        yield return ($"the commitments among {now.EverReferring(source).Count} records that rest on one source", view => _ = view.Naming<Commitment>(RecordKey.Of<Source>(source.Id)).Count());
        yield return ($"a list of all {now.Keys("commitment").Count} commitments", view => _ = view.All<Commitment>().Count());
    }

    private static void Small(Snapshot now)
    {
        var random = new Random(1);
        var keys = now.Kinds.SelectMany(now.Keys).ToArray();
        random.Shuffle(keys);
        Row.Print("keyed lookup", Each(keys, key => _ = now.Newest(key)), "us", "the spike's", 0.59, "no bar");

        // One after the other, as a writer does: each change follows the one before it.
        var (rows, last) = (new List<(Entry Entry, Item Item)>(), now.Head!);
        foreach (var key in keys.Take(2_000))
        {
            var newest = now.Newest(key)!;
            last = Entry.Seal(last.Number + 1, EntryKind.Set, key, newest.Entry.Version + 1, Past, last.Recorded.AddSeconds(1), "operator", newest.Item.Hash, last.Hash);
            rows.Add((last, newest.Item));
        }
        var next = now;
        Row.Print("applying one change, its body read", Each([.. rows], row => next = next.With([row])), "us", "the spike's", 0.66, "no bar");

        var view = new View(now, Past);
        foreach (var key in keys.Take(200)) view.InForce(key);
        Row.Print("asking whether 200 reads still hold", Each(Enumerable.Range(0, 20_000).ToArray(), _ => view.Reads.StillHolds(now, next)), "us", "the spike's for 163", 0.7, "no bar");
    }

    private static double Each<T>(T[] over, Action<T> what)
    {
        var clock = Stopwatch.StartNew();
        foreach (var one in over) what(one);
        return clock.Elapsed.TotalMicroseconds / over.Length;
    }

    private static double Once(Action what)
    {
        var clock = Stopwatch.StartNew();
        what();
        return clock.Elapsed.TotalMilliseconds;
    }
}
