using Kept.Core.Evidence;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Tests.Records;

public sealed class SnapshotTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_older_snapshot_goes_on_seeing_what_it_saw()
    {
        var (random, now, seen) = (new Random(2), Snapshot.Empty, new List<(Snapshot, string)>());
        for (var i = 0; i < 600; i++)
        {
            now = now.With([Row(now, random.Next(300), random.Next(400))]);
            seen.Add((now, Image(now)));
        }
        Assert.Equal(600, seen.Select(s => s.Item2).Distinct(StringComparer.Ordinal).Count());
        Assert.All(seen, s => Assert.Equal(s.Item2, Image(s.Item1)));
    }

    [Fact]
    public void A_snapshot_that_came_to_nothing_leaves_no_trace_in_the_next()
    {
        var (random, now, alone) = (new Random(3), Snapshot.Empty, Snapshot.Empty);
        for (var i = 0; i < 300; i++)
        {
            var row = Row(now, random.Next(200), random.Next(250));
            var dropped = now.With([Row(now, random.Next(200), random.Next(250))]);
            var image = Image(dropped);
            (now, alone) = (now.With([row]), alone.With([row]));
            Assert.Equal(image, Image(dropped));
            Assert.Equal(Image(alone), Image(now));
        }
    }

    [Fact]
    public void A_body_is_read_once_be_it_new_or_old()
    {
        var one = Snapshot.Empty.With([Row(Snapshot.Empty, 0, 0)]);
        var two = one.With([Row(one, 0, 1)]);
        Assert.Same(two.Newest(Key(0))!.Body, two.Newest(Key(0))!.Body);
        Assert.Same(two.Newest(Key(0))!.Previous!.Body, two.Newest(Key(0))!.Previous!.Body);
        Assert.NotEqual(two.Newest(Key(0))!.Body, two.Newest(Key(0))!.Previous!.Body);
    }

    [Fact]
    public async Task Readers_beside_the_writer_see_whole_snapshots()
    {
        const int entries = 4_000;
        var (now, looks) = (Snapshot.Empty.With([Row(Snapshot.Empty, 0, 0)]), new int[2]);
        var readers = looks.Select((_, reader) => Task.Factory.StartNew(
            () =>
            {
                for (var number = 0; number < entries; Interlocked.Increment(ref looks[reader]))
                {
                    var snapshot = Volatile.Read(ref now);
                    number = (int)snapshot.Number;
                    Assert.Equal(number, snapshot.Keys("statement").Count);
                    Assert.Equal(number, snapshot.EverReferring(new RecordKey("plan", "0")).Count);
                    for (var i = looks[reader] % 13; i < number; i += 13) Assert.Equal(i + 1, snapshot.Newest(Key(i))!.Entry.Number);
                    Assert.Null(snapshot.Newest(Key(number)));
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();
        for (var i = 1; i < entries; i++)
        {
            Volatile.Write(ref now, now.With([Row(now, i, 0)]));
            if (i % 400 != 0) continue;
            // However few cores there are, every reader looks again and again while the writer goes on.
            int[] before = [.. looks];
            SpinWait.SpinUntil(() => readers.Any(r => r.IsFaulted) || looks.Zip(before).All(l => l.First > l.Second));
        }
        await Task.WhenAll(readers);
        Assert.All(looks, looked => Assert.True(looked >= 9));
    }

    private static RecordKey Key(int record) => RecordKey.Of<Statement>(FormattableString.Invariant($"s{record}"));

    private static (Entry, Item) Row(Snapshot now, int record, int about)
    {
        var body = new Statement { About = FormattableString.Invariant($"plan/{about}"), Topic = "t", Text = "x", Source = new("s") };
        var item = Item.New([.. """{"record":"""u8, .. CanonicalJson.Of(body), .. ""","via":"test","why":"w"}"""u8]);
        return (Entry.Seal(
            now.Number + 1, EntryKind.Set, Key(record), (now.Newest(Key(record))?.Entry.Version ?? 0) + 1, new(2021, 3, 31), Start.AddSeconds(now.Number), "operator", item.Hash, now.Hash), item);
    }

    private static string Image(Snapshot s) => string.Join('\n',
        s.Kinds.SelectMany(kind => s.Keys(kind).Select(k => $"{k} {s.Newest(k)!.Entry.Hash}"))
            .Concat(Enumerable.Range(0, 400).Select(i => $"{i}: {string.Join(' ', s.EverReferring(new("plan", FormattableString.Invariant($"{i}"))))}"))
            .Append($"{s.Hash} {s.NumberAt(Start.AddSeconds(100))} {s.NumberAt(DateTimeOffset.MaxValue)} {s.EverReferring(RecordKey.Of<Source>("s")).Count}"));
}
