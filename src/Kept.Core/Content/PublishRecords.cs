using System.Text.Json;
using System.Text.Json.Nodes;
using Kept.Core.Foundation;
using Kept.Core.Records;

namespace Kept.Core.Content;

/// <summary>
/// Publishes a file: new words for the fields it names, new records, deletions, corrections and redactions, in one Change.
/// A correction also puts right every later version of its record that still carries a wrong value.
/// </summary>
public static class PublishRecords
{
    /// <summary>The way of an Act that publishes a file.</summary>
    public const string Via = "publish";

    /// <summary>What publishing would do to a Register as it stands.</summary>
    public static PublishPlan Plan(Snapshot now, PublishFile file)
    {
        var (problems, binder) = (file.Problems, new Binder(file.Problems));
        if (problems.Errors.Count > 0) return new(problems);
        var planned = new List<PlannedWrite>();
        foreach (var statement in file.Statements.OrderBy(s => s.Redacts is not null)) planned.AddRange(Writes(now, statement, binder, problems));
        if (problems.Errors.Count > 0) return new(problems);
        planned = Expecting(planned);
        var instant = now.Head is { } head ? head.Recorded.AddMicroseconds(1) : DateTimeOffset.UnixEpoch;
        var act = Act.Operator(file.Why!, Via);
        var draft = new AppendDraft(new(now), instant, act);
        foreach (var write in planned) draft.Add(PreparedWrite.Of(write.Write, act));
        if (draft.Refusals.Count > 0) return new(problems, draft.Refusals, draft.Stale);
        var next = now.With(draft.Rows);
        new PublishChecks(now, next, problems).Run(planned, binder);
        if (problems.Errors.Count > 0) return new(problems);
        return new(problems)
        {
            Change = new([.. planned.Select(p => p.Write)]),
            Entries = [.. planned.Zip(draft.Rows, (p, row) => Entry(next, row.Entry, p))],
        };
    }

    // The writer saw one version; what this file itself writes before comes on top of it.
    private static List<PlannedWrite> Expecting(List<PlannedWrite> planned)
    {
        var before = new Dictionary<RecordKey, int>();
        return planned.ConvertAll(p =>
        {
            var count = before.GetValueOrDefault(p.Write.Record);
            before[p.Write.Record] = count + 1;
            return p with { Write = p.Write with { Expect = p.Statement.Expect + count } };
        });
    }

    private static PlannedEntry Entry(Snapshot next, Entry entry, PlannedWrite planned)
    {
        var version = next.Newest(entry.Record)!.AndBefore().First(v => v.Entry.Number == entry.Number);
        var change = RecordChange.Of(version, version);
        var before = change.What is RecordChange.Removed or RecordChange.Redacted ? version : change.Before;
        return new(entry, change.What, FieldChange.Between(before, version), planned.Notes);
    }

    private static IEnumerable<PlannedWrite> Writes(Snapshot now, PublishStatement statement, Binder binder, Problems problems)
    {
        var newest = now.Newest(statement.Key);
        if (statement.Redacts is { } erased)
            yield return new(statement, Write.Redact(statement.Key, erased, null), []);
        else if (statement.IsDeletion)
            yield return new(statement, Write.Delete(statement.Key, statement.Effective, statement.Expect), []);
        else if (Body(newest, statement, binder, problems) is { } body)
        {
            var later = LaterVersions.Of(newest, statement, body.Named);
            var write = statement.Corrects is { } wrong
                ? Write.Correct(statement.Key.Id, statement.Effective, body.Body, wrong, statement.Expect) with { Withholds = statement.Withholds }
                : Write.Set(statement.Key.Id, statement.Effective, body.Body, statement.Expect);
            yield return new(statement, write, later.LeftAlone);
            foreach (var rewritten in later.Rewritten)
                yield return new(statement, rewritten, ["It carried the same wrong words, and is put right with them."]);
        }
    }

    // The words that stand on the day, or the newest there are, with the named fields in place of theirs.
    private static (RecordBody Body, JsonObject Named)? Body(RecordVersion? newest, PublishStatement statement, Binder binder, Problems problems)
    {
        var type = RecordKinds.TypeOf(statement.Key.Kind)!;
        if (binder.Fields(type, statement.Set!, statement.Effective) is not { } named) return null;
        var wrong = statement.Corrects is { } number ? Wrong(newest, number, statement, problems) : null;
        if (statement.Corrects is not null && wrong is null) return null;
        var from = View.Standing(newest, statement.Effective);
        if (from is null) from = wrong ?? newest?.AndBefore().FirstOrDefault(v => v.IsStatement);
        var before = from is null || from.RecordJson.IsEmpty ? null : JsonNode.Parse(from.RecordJson.Span)!.AsObject();
        var body = before is null ? [] : (JsonObject)before.DeepClone();
        if (from?.Entry.Effective != statement.Effective) body.Remove("effectiveText");
        foreach (var (name, value) in named)
            if (value is null) body.Remove(name); else body[name] = value.DeepClone();
        if (IsIncomplete(Shape.Of(type), body, before is null, statement, problems)) return null;
        var made = (RecordBody)body.Deserialize(type, BodyJson.Options)!;
        if (ReferenceChecks.KeyIn(made) is { } about && !RecordKey.TryParse(about, out _))
            problems.Error(ReferenceChecks.Find(statement.Set!, about) ?? statement.At, $"\"{about}\" names no record", "kind/id, such as action/support");
        else if ((wrong ?? View.Standing(newest, statement.Effective)) is { } said && said.RecordJson.Span.SequenceEqual(CanonicalJson.Of(made)))
            problems.Error(statement.At, $"this changes nothing: {statement.Key} already says so", "a field that is to say something else");
        else return (made, named);
        return null;
    }

    private static RecordVersion? Wrong(RecordVersion? newest, long number, PublishStatement statement, Problems problems)
    {
        var known = newest?.AndBefore().Where(v => v is { IsStatement: true, RecordJson.IsEmpty: false }).ToList() ?? [];
        var wrong = known.Find(v => v.Entry.Number == number);
        if (wrong is null)
            problems.Error(
                statement.At, $"entry {number} is no entry of {statement.Key} with words in it",
                known.Count == 0 ? "a record that has some" : "one of " + string.Join(", ", known.Select(v => v.Entry.Number).Order()));
        return wrong;
    }

    private static bool IsIncomplete(Shape shape, JsonObject body, bool isNew, PublishStatement statement, Problems problems)
    {
        var missing = shape.Fields.Where(f => f.Required && body[f.Name] is null or JsonArray { Count: 0 } && (isNew || f.Kind is not (FieldKind.Whole or FieldKind.YesNo))).ToList();
        foreach (var field in missing)
            problems.Error(statement.Set!.Find(field.Name)?.At ?? statement.Set.At, $"\"{field.Name}\" is missing", Binder.Wanted(field));
        return missing.Count > 0;
    }
}

/// <summary>A write with the statement of the file that asks for it.</summary>
internal sealed record PlannedWrite(PublishStatement Statement, Write Write, IReadOnlyList<string> Notes);
