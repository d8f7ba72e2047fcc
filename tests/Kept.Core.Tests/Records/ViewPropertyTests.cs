using FsCheck;
using FsCheck.Fluent;
using Kept.Core.Connections;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Tests.Foundation;
using Kept.Testing;

namespace Kept.Core.Tests.Records;

public sealed class ViewPropertyTests
{
    private static readonly string[] Targets = ["x", "y", "z"];
    private static readonly DateOnly Middle = new(2026, 11, 21);

    private sealed record Step(EntryKind Kind, int Record, int Days, int Entry, int From, int To, int Seconds);

    private sealed record Question(int Days, int Entry, int Microseconds);

    [Fact]
    public void Whatever_was_written_a_view_shows_what_reading_through_every_write_shows() =>
        Prop.ForAll(Arb.From(Stories, Shorter), story => Answers(story.Steps, story.Questions)).Holds(250);

    private static Gen<(Step[] Steps, Question[] Questions)> Stories =>
        from steps in Gen.ArrayOf(Steps)
        from questions in Gen.ArrayOf(Questions, 12)
        select (steps, questions);

    private static Gen<Step> Steps =>
        from kind in Gen.Frequency((6, Gen.Constant(EntryKind.Set)), (2, Gen.Constant(EntryKind.Delete)), (2, Gen.Constant(EntryKind.Correct)), (1, Gen.Constant(EntryKind.Redact)))
        from record in Gen.Choose(0, 3)
        from days in Gen.Choose(-5, 5)
        from entry in Gen.Choose(0, 12)
        from names in Gen.Two(Gen.Choose(0, 2))
        from seconds in Gen.Elements(0, 0, 1, 60, 90_000, -1, -90_000)
        select new Step(kind, record, days, entry, names.Item1, names.Item2, seconds);

    private static Gen<Question> Questions =>
        from days in Gen.Choose(-7, 7)
        from entry in Gen.Choose(-1, 30)
        from microseconds in Gen.Choose(-1, 1)
        select new Question(days, entry, microseconds);

    private static IEnumerable<(Step[], Question[])> Shorter((Step[] Steps, Question[] Questions) story) =>
        Enumerable.Range(0, story.Steps.Length).Select(i => (story.Steps.Where((_, at) => at != i).ToArray(), story.Questions));

    private static async Task Answers(Step[] steps, Question[] questions)
    {
        var clock = TestClock.At(2026, 11, 21);
        var store = new MemoryStore();
        using var register = Register.Open(store, clock);
        var ledger = new Ledger();
        foreach (var step in steps)
        {
            clock.Advance(TimeSpan.FromSeconds(step.Seconds));
            var taken = await register.AppendAsync(Change.Of(WriteOf(step)), TestRegister.Act) is Appended.Done;
            Assert.Equal(Take(ledger, step, clock.GetUtcNow()), taken);
        }
        using var opened = Register.Open(store, clock);
        foreach (var question in questions)
        {
            Compare(ledger, register.Snapshot, question);
            Compare(ledger, opened.Snapshot, question);
        }
    }

    private static Write WriteOf(Step step)
    {
        var (id, effective) = ($"r{step.Record}", Middle.AddDays(step.Days));
        var link = new Link { From = Targets[step.From], To = Targets[step.To], ToKind = "action", Strength = "named", Reason = $"{step}", Source = new("s") };
        return step.Kind switch
        {
            EntryKind.Set => Write.Set(id, effective, link, null),
            EntryKind.Delete => Write.Delete(RecordKey.Of<Link>(id), effective, null),
            EntryKind.Correct => Write.Correct(id, effective, link, step.Entry, null),
            _ => Write.Redact(RecordKey.Of<Link>(id), step.Entry, null),
        };
    }

    private static bool Take(Ledger ledger, Step step, DateTimeOffset now) => ledger.Take(
        step.Kind, $"r{step.Record}", Middle.AddDays(step.Days), now, $"{step}", [Targets[step.From], Targets[step.To]],
        step.Kind is EntryKind.Correct or EntryKind.Redact ? step.Entry : null);

    private static void Compare(Ledger ledger, Snapshot snapshot, Question question)
    {
        var at = Middle.AddDays(question.Days);
        var known = question.Entry < ledger.Lines.Count && question.Entry >= 0
            ? ledger.Lines[question.Entry].Recorded.AddMicroseconds(question.Microseconds) : (DateTimeOffset?)null;
        var until = known ?? DateTimeOffset.MaxValue;
        View New() => new(snapshot, at, known);

        Assert.Equal(ledger.Lines.All(l => l.Recorded > until), New().IsBeforeTheFirstEntry);
        Assert.Equal(ledger.All(at, until), New().All<Link>().Select(v => v.Id));
        foreach (var target in Targets)
            Assert.Equal(ledger.Naming(target, at, until), New().Naming<Link>(RecordKey.Of<PlanAction>(target)).Select(v => v.Id));
        foreach (var id in (string[])["r0", "r1", "r2", "r3", "r4"])
        {
            var (line, key, view) = (ledger.Standing(id, at, until), RecordKey.Of<Link>(id), New());
            Assert.Equal(line?.Number, view.InForce(key)?.Entry.Number);
            Assert.Equal(line?.Number ?? 0, view.Entry);
            Assert.Equal(line?.Kind == EntryKind.Delete, view.InForce(key)?.IsDeletion ?? false);
            Assert.Equal(line?.IsErased ?? false, view.InForce(key)?.IsRedacted ?? false);
            Assert.Equal(line?.Shown, view.Find<Link>(id)?.Body.Reason);
            Assert.Equal(ledger.History(id, until), view.History(key).Select(v => v.Entry.Number));
        }
    }
}
