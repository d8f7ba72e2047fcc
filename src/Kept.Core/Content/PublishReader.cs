using System.Globalization;
using Kept.Core.Records;

namespace Kept.Core.Content;

/// <summary>Reads the statements of a publish file and notes everything that cannot be one.</summary>
internal sealed class PublishReader(string name, Problems problems)
{
    private const string WholeFile = "why, effective and records";
    private static readonly string[] OfFile = ["why", "effective", "records"];
    private static readonly string[] OfRecord = ["kind", "id", "expect", "effective", "set", "delete", "corrects", "withhold", "redacts"];
    private DateOnly? _effective;

    public PublishFile Read(PackNode node)
    {
        if (node is not PackMap map)
        {
            problems.Error(node.At, "this file holds no fields", WholeFile);
            return new(name, null, [], problems);
        }
        Known(map, OfFile);
        if (map.TextOf("why") is not { } why || string.IsNullOrWhiteSpace(why))
        {
            problems.Error(map.Find("why")?.At ?? map.At, "\"why\" is missing", "a sentence for readers that says why this is published");
            why = null!;
        }
        _effective = Effective(map);
        var statements = Records(map).ToList();
        Twice(statements);
        return new(name, why, statements, problems);
    }

    private IEnumerable<PublishStatement> Records(PackMap map)
    {
        if (map.Find("records") is not { Value: PackList { Items.Count: > 0 } list })
        {
            problems.Error(map.Find("records")?.At ?? map.At, "\"records\" holds nothing to publish", "a list of records, each with kind, id, expect and what to do");
            yield break;
        }
        foreach (var item in list.Items)
        {
            if (item is not PackMap record) problems.Error(item.At, "this is no record", "kind, id, expect and set, delete, corrects or redacts");
            else if (Statement(record) is { } statement) yield return statement;
        }
    }

    private PublishStatement? Statement(PackMap map)
    {
        var before = problems.Errors.Count;
        Known(map, OfRecord);
        var key = Key(map);
        var expect = Whole(map, "expect", int.MaxValue, "the version you saw, a whole number; 0 for a new record");
        if (map.Find("expect") is null) problems.Error(map.At, "\"expect\" is missing", "the version you saw, a whole number; 0 for a new record");
        var (set, corrects, redacts) = (Set(map), Number(map, "corrects"), Number(map, "redacts"));
        var deletes = YesNo(map, "delete");
        Verb(map, deletes);
        var effective = redacts is null ? Effective(map) ?? _effective : DateOnly.MinValue;
        if (effective is null && map.Find("effective") is null)
            problems.Error(map.At, "neither the file nor this record says from which day it is true", "effective: and a date such as 2026-03-31");
        if (problems.Errors.Count > before || key is null || expect is null || effective is null) return null;
        return new(key.Value, (int)expect, effective.Value, map.At) { Set = set, Corrects = corrects, Withholds = YesNo(map, "withhold") == true, Redacts = redacts };
    }

    // A record is set, deleted, corrected (with the right words in "set") or redacted: one of them.
    private void Verb(PackMap map, bool? deletes)
    {
        bool Says(string field) => map.Find(field) is not null;
        if (Says("delete") && deletes == false) problems.Error(map.Find("delete")!.At, "\"delete\" is no", "delete: yes, or no such field");
        string[] verbs = [.. new[] { "set", "delete", "redacts" }.Where(Says)];
        if (verbs.Length > 1) problems.Error(map.At, $"this record has {string.Join(" and ", verbs)}", "one of set, delete and redacts");
        if (verbs.Length == 0)
            problems.Error(map.At, Says("corrects") ? "the right words are missing" : "this record says nothing to do", "set, delete: yes, or redacts: and an entry");
        else if (Says("corrects") && verbs[0] != "set") problems.Error(map.Find("corrects")!.At, $"corrects stands beside {verbs[0]}", "the right words in set");
        if (Says("withhold") && !Says("corrects")) problems.Error(map.Find("withhold")!.At, "only a correction can withhold words", "corrects: and the entry that was wrong");
        if (Says("redacts") && Says("effective")) problems.Error(map.Find("effective")!.At, "words are erased on every day", "no date beside redacts");
    }

    private RecordKey? Key(PackMap map)
    {
        var (kind, id) = (map.TextOf("kind"), map.TextOf("id"));
        var kinds = "one of " + string.Join(", ", RecordKinds.Names);
        if (kind is null) problems.Error(map.Find("kind")?.At ?? map.At, "\"kind\" is missing", kinds);
        else if (RecordKinds.TypeOf(kind) is null) problems.Error(map.Find("kind")!.At, $"there is no kind of record \"{kind}\"", Nearest.Hint(kind, RecordKinds.Names, kinds));
        if (id is null) problems.Error(map.Find("id")?.At ?? map.At, "\"id\" is missing", "the record's id, such as support-c1");
        if (kind is null || id is null || RecordKinds.TypeOf(kind) is null) return null;
        var key = new RecordKey(kind, id);
        if (PackIds.Objection(key) is not { } objection) return key;
        problems.Error(map.Find("id")!.At, objection.What, objection.Expected);
        return null;
    }

    private PackMap? Set(PackMap map)
    {
        if (map.Find("set") is not { } field) return null;
        if (field.Value is PackMap { Fields.Count: > 0 } set) return set;
        problems.Error(field.At, "\"set\" names no field", "the fields to change, each with its new value; ~ for nothing");
        return null;
    }

    private DateOnly? Effective(PackMap map)
    {
        if (map.Find("effective") is not { } field) return null;
        var day = field.Value is PackText { IsNothing: false } text ? Binder.Day(text.Text) : null;
        if (day is null) problems.Error(field.At, "\"effective\" is no date", "the day from which this is true, such as 2026-03-31");
        return day;
    }

    private long? Number(PackMap map, string field)
    {
        var number = Whole(map, field, long.MaxValue, "the number of an entry, as the record's history shows it");
        if (number != 0) return number;
        problems.Error(map.Find(field)!.At, "no entry has the number 0", "the number of an entry, from 1");
        return null;
    }

    private long? Whole(PackMap map, string name, long largest, string expected)
    {
        if (map.Find(name) is not { } field) return null;
        if (field.Value is PackText text && long.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= largest) return number;
        problems.Error(field.At, $"\"{name}\" is no whole number", expected);
        return null;
    }

    private bool? YesNo(PackMap map, string name)
    {
        if (map.Find(name) is not { } field) return null;
        if (field.Value is PackText { Text: "yes" or "true" }) return true;
        if (field.Value is PackText { Text: "no" or "false" }) return false;
        problems.Error(field.At, $"\"{name}\" is neither yes nor no", "yes or no");
        return null;
    }

    private void Known(PackMap map, IReadOnlyList<string> known)
    {
        foreach (var field in map.Fields.Where(f => !known.Contains(f.Name, StringComparer.Ordinal)))
            problems.Error(field.At, $"there is no field \"{field.Name}\" here", Nearest.Hint(field.Name, known, "one of " + string.Join(", ", known)));
    }

    // A correction and the erasing of what it corrects may go together; two wishes for one record may not.
    private void Twice(IReadOnlyList<PublishStatement> statements)
    {
        foreach (var record in statements.GroupBy(s => s.Key))
        {
            foreach (var again in record.Where(s => s.Redacts is null).Skip(1))
                problems.Error(again.At, $"{again.Key} stands twice", "each record once; only redactions may stand beside another change");
            foreach (var other in record.Where(s => s.Expect != record.First().Expect))
                problems.Error(other.At, $"{other.Key} is expected at version {record.First().Expect} and at version {other.Expect}", "the one version you saw");
            foreach (var again in record.Where(s => s.Redacts is not null).GroupBy(s => s.Redacts).SelectMany(g => g.Skip(1)))
                problems.Error(again.At, $"entry {again.Redacts} is erased twice", "each entry once");
        }
    }
}
