using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Tests.Foundation;
using Kept.Testing;

namespace Kept.Core.Tests.Records;

public sealed class DifferencePropertyTests
{
    private static readonly DateOnly Middle = new(2026, 11, 21);
    private static readonly string[] Texts = ["One", "Two", "Three"];

    private sealed record Step(EntryKind Kind, int Record, int Days, int Entry, int Text, int Who, bool Dated, bool Withholds);

    private sealed record Pair(int From, int To, int KnownDays);

    [Fact]
    public void Replaying_a_difference_turns_the_first_view_into_the_second() =>
        Prop.ForAll(Arb.From(Stories), story => Replays(story.Steps, story.Pairs)).Holds(200);

    private static Gen<(Step[] Steps, Pair[] Pairs)> Stories =>
        from steps in Gen.ArrayOf(Steps)
        from pairs in Gen.ArrayOf(Pairs, 8)
        select (steps, pairs);

    private static Gen<Step> Steps =>
        from kind in Gen.Frequency((6, Gen.Constant(EntryKind.Set)), (2, Gen.Constant(EntryKind.Delete)), (3, Gen.Constant(EntryKind.Correct)), (1, Gen.Constant(EntryKind.Redact)))
        from record in Gen.Choose(0, 2)
        from days in Gen.Choose(-5, 5)
        from entry in Gen.Choose(1, 12)
        from words in Gen.Two(Gen.Choose(0, 2))
        from flags in Gen.Two(Gen.Elements(true, false))
        select new Step(kind, record, days, entry, words.Item1, words.Item2, flags.Item1, flags.Item2);

    private static Gen<Pair> Pairs =>
        from days in Gen.Two(Gen.Choose(-7, 7))
        from known in Gen.Choose(0, 12)
        select new Pair(days.Item1, days.Item2, known);

    private static async Task Replays(Step[] steps, Pair[] pairs)
    {
        var clock = TestClock.At(2026, 11, 21);
        using var register = Register.Open(new MemoryStore(), clock);
        foreach (var step in steps)
        {
            clock.Advance(TimeSpan.FromDays(1));
            await register.AppendAsync(Change.Of(WriteOf(step)), TestRegister.Act);
        }
        foreach (var pair in pairs)
        {
            DateTimeOffset? known = pair.KnownDays == 0 ? null : new DateTimeOffset(2026, 11, 21, 13, 0, 0, TimeSpan.Zero).AddDays(pair.KnownDays);
            var (from, to) = (new View(register.Snapshot, Middle.AddDays(pair.From), known), new View(register.Snapshot, Middle.AddDays(pair.To), known));
            var replayed = State(from);
            foreach (var record in Difference.Of(from, to).Records) Replay(replayed, record);
            Assert.Equal(Written(State(to)), Written(replayed));
        }
    }

    // Only what the difference says is used: its kind, its fields, their old and new values.
    private static void Replay(Dictionary<RecordKey, JsonObject> state, RecordDifference record)
    {
        if (record.What == RecordChange.Added) state.Add(record.Key, []);
        var fields = state[record.Key];
        foreach (var field in record.Fields)
        {
            Assert.Equal(field.From?.GetRawText(), fields[field.Field]?.ToJsonString(BodyJson.Options));
            if (field.To is { } value) fields[field.Field] = JsonNode.Parse(value.GetRawText());
            else fields.Remove(field.Field);
        }
        if (record.What != RecordChange.Removed) return;
        Assert.Empty(fields);
        state.Remove(record.Key);
    }

    private static Dictionary<RecordKey, JsonObject> State(View view) =>
        view.Snapshot.Kinds.SelectMany(view.Keys).Select(k => (Key: k, Version: view.InForce(k))).Where(v => v.Version is { RecordJson.IsEmpty: false })
            .ToDictionary(v => v.Key, v => JsonNode.Parse(v.Version!.RecordJson.Span)!.AsObject());

    private static IEnumerable<string> Written(Dictionary<RecordKey, JsonObject> state) =>
        state.OrderBy(s => s.Key).Select(s => $"{s.Key} {System.Text.Encoding.UTF8.GetString(CanonicalJson.Of(s.Value))}");

    private static Write WriteOf(Step step)
    {
        var (id, effective) = ($"r{step.Record}", Middle.AddDays(step.Days));
        var body = new Commitment
        {
            Text = Texts[step.Text],
            Who = step.Who == 0 ? [] : [$"body-{step.Who}"],
            Due = step.Dated ? [new Due { Text = Texts[step.Who], Qualifier = "by", End = effective }] : [],
            Status = "planned",
            StatusWording = "will",
            StatusBasis = "as worded",
        };
        return step.Kind switch
        {
            EntryKind.Set => Write.Set(id, effective, body, null),
            EntryKind.Delete => Write.Delete(RecordKey.Of<Commitment>(id), effective, null),
            EntryKind.Correct => Write.Correct(id, effective, body, step.Entry, null) with { Withholds = step.Withholds },
            _ => Write.Redact(RecordKey.Of<Commitment>(id), step.Entry, null),
        };
    }
}
