using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Tests.Foundation;
using Kept.Testing;

namespace Kept.Core.Tests.Records;

/// <summary>Pages made of random reads over random changes: one that is said to hold is drawn the same, byte for byte.</summary>
public sealed class ReadSetPropertyTests
{
    private static readonly DateOnly Middle = new(2026, 11, 21);
    private int _held, _changed;

    private sealed record Step(EntryKind Kind, bool IsPlace, int Record, int Days, int Entry, int Names);

    private sealed record Read(int How, bool IsPlace, int Record);

    private sealed record Page(int Days, int? KnownEntry, Read[] Reads);

    [Fact]
    public void A_page_said_to_hold_is_drawn_the_same()
    {
        Prop.ForAll(Arb.From(Stories, Shorter), Holds).Holds(250);
        // Neither answer alone would do: one is useless, the other wrong.
        Assert.True(_held > 200, $"{_held} held");
        Assert.True(_changed > 200, $"{_changed} were drawn otherwise");
    }

    private static Gen<(Step[] Before, Step[] After, Page[] Pages)> Stories =>
        from before in Gen.ArrayOf(Steps)
        from after in Gen.ArrayOf(Steps, 3)
        from pages in Gen.ArrayOf(Pages, 20)
        select (before, after, pages);

    private static Gen<Step> Steps =>
        from kind in Gen.Frequency((6, Gen.Constant(EntryKind.Set)), (1, Gen.Constant(EntryKind.Delete)), (1, Gen.Constant(EntryKind.Correct)), (1, Gen.Constant(EntryKind.Redact)))
        from place in Gen.Elements(true, false)
        from record in Gen.Choose(0, 3)
        from days in Gen.Choose(-5, 5)
        from entry in Gen.Choose(1, 12)
        from names in Gen.Choose(0, 15)
        select new Step(kind, place, record, days, entry, names);

    private static Gen<Page> Pages =>
        from days in Gen.Choose(-6, 6)
        from known in Gen.Frequency((4, Gen.Constant((int?)null)), (1, Gen.Choose(0, 8).Select(e => (int?)e)))
        from reads in Gen.Choose(1, 3).SelectMany(n => Gen.ArrayOf(Reads, n))
        select new Page(days, known, reads);

    private static Gen<Read> Reads =>
        from how in Gen.Choose(0, 11)
        from place in Gen.Elements(true, false)
        from record in Gen.Choose(0, 4)
        select new Read(how, place, record);

    private static IEnumerable<(Step[], Step[], Page[])> Shorter((Step[] Before, Step[] After, Page[] Pages) s) =>
        Enumerable.Range(0, s.Before.Length).Select(i => (s.Before.Where((_, at) => at != i).ToArray(), s.After, s.Pages))
            .Concat(Enumerable.Range(0, s.After.Length).Select(i => (s.Before, s.After.Where((_, at) => at != i).ToArray(), s.Pages)))
            .Concat(s.Pages.Length > 1 ? s.Pages.Select(p => (s.Before, s.After, (Page[])[p])) : []);

    private async Task Holds((Step[] Before, Step[] After, Page[] Pages) story)
    {
        var clock = TestClock.At(2026, 11, 21);
        using var register = Register.Open(new MemoryStore(), clock);
        await Take(story.Before);
        var then = register.Snapshot;
        var drawn = story.Pages.Select(p => Draw(p, then)).ToList();
        await Take(story.After);
        foreach (var (page, (words, reads)) in story.Pages.Zip(drawn))
        {
            var (again, _) = Draw(page, register.Snapshot);
            if (reads.StillHolds(then, register.Snapshot)) Assert.Equal(words, again);
            if (register.Snapshot == then) continue;
            if (reads.StillHolds(then, register.Snapshot)) _held++;
            else if (words != again) _changed++;
        }

        async Task Take(Step[] steps)
        {
            foreach (var step in steps)
            {
                clock.Advance(TimeSpan.FromHours(7));
                await register.AppendAsync(Change.Of(WriteOf(step)), TestRegister.Act);
            }
        }
    }

    private static RecordKey Key(bool place, int record) => place ? RecordKey.Of<Place>($"p{record}") : RecordKey.Of<Statement>($"s{record}");

    private static Write WriteOf(Step step)
    {
        var (key, effective, other) = (Key(step.IsPlace, step.Record), Middle.AddDays(step.Days), $"p{step.Names % 4}");
        RecordBody body = step.IsPlace
            ? new Place
            {
                Name = $"{step}",
                Kind = "council",
                Neighbours = step.Names % 2 == 0 ? [other] : [],
                PreviousCodes = step.Names > 7 ? [$"p{step.Names % 5}"] : [],
                Source = new("s"),
            }
            : new Statement { About = $"place/{other}", Topic = "t", Text = $"{step}", Source = new("s") };
        return step.Kind switch
        {
            EntryKind.Set => Write.Set(key.Id, effective, body, null),
            EntryKind.Delete => Write.Delete(key, effective, null),
            EntryKind.Correct => Write.Correct(key.Id, effective, body, step.Entry, null),
            _ => Write.Redact(key, step.Entry, null),
        };
    }

    private static (string Words, ReadSet Reads) Draw(Page page, Snapshot snapshot)
    {
        var known = page.KnownEntry is { } e ? TestClock.At(2026, 11, 21).GetUtcNow().AddHours(7 * e) : (DateTimeOffset?)null;
        var view = new View(snapshot, Middle.AddDays(page.Days), known);
        return (string.Join('\n', page.Reads.SelectMany(r => Lines(r, view)).Append($"entry {view.Entry}")), view.Reads);
    }

    private static IEnumerable<string?> Lines(Read read, View view)
    {
        var (key, place) = (Key(read.IsPlace, read.Record), RecordKey.Of<Place>($"p{read.Record}"));
        return read.How switch
        {
            0 => [Words(view.InForce(key))],
            1 => view.History(key).Select(Words),
            2 => view.History(key).Select(v => Words(view.CorrectionOf(v))),
            3 => [Words(view.Newest(key))],
            4 => view.All<Place>().Take(read.Record).Select(v => Words(v.Source)),
            5 => view.Naming<Statement>(place).Select(v => Words(v.Source)),
            6 => view.Naming<Place>(place).Select(v => Words(v.Source)),
            7 => view.EverReferring(place).Order().Select(k => $"{k}"),
            8 => [$"{view.Redirect(place)}"],
            9 => [view.Begins?.ToString(CultureInfo.InvariantCulture), $"{view.IsBeforeTheFirstEntry}"],
            10 => view.Aside().Keys(key.Kind).Select(k => $"{k}"),
            _ => [Words(view.On(DateOnly.MaxValue).InForce(key))],
        };
    }

    private static string? Words(RecordVersion? v) => v is null ? null : $"{v.Entry} {Encoding.UTF8.GetString(v.RecordJson.Span)} {v.IsRedacted} {v.Why}";
}
