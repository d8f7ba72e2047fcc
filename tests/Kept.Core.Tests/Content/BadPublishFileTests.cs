using System.Text;
using Kept.Core.Content;
using Kept.Core.Records;

namespace Kept.Core.Tests.Content;

public sealed class BadPublishFileTests
{
    private const string Head = "why: Because.\neffective: 2022-01-01\nrecords:\n";
    private const string Set = Head + "- kind: commitment\n  id: homes-c1\n  expect: 1\n  set: ";

    private static readonly Lazy<Snapshot> Small = new(() =>
    {
        using var pack = new SmallPack();
        var loaded = new Loaded();
        loaded.Load(pack.Read());
        return loaded.Now;
    });

    private static readonly Dictionary<string, (string Text, string Error)> Files = new()
    {
        ["nothing"] = ("", "file.yaml:1: the file is empty; expected YAML"),
        ["no YAML"] = ("why: [", "file.yaml:2: this is not YAML"),
        ["a list"] = ("- a\n", "file.yaml:1: this file holds no fields; expected why, effective and records"),
        ["no reason"] = ("effective: 2022-01-01\nrecords:\n- {kind: source, id: report, expect: 1, set: {title: X}}\n", "file.yaml:1: \"why\" is missing"),
        ["an empty reason"] = ("why: \"  \"\neffective: 2022-01-01\nrecords:\n- {kind: source, id: report, expect: 1, set: {title: X}}\n", "file.yaml:1: \"why\" is missing"),
        ["a bad date"] = ("why: W\neffective: tomorrow\nrecords:\n- {kind: source, id: report, expect: 1, set: {title: X}, effective: 2022-01-01}\n", "file.yaml:2: \"effective\" is no date"),
        ["no date"] = ("why: W\nrecords:\n- {kind: source, id: report, expect: 1, set: {title: X}}\n", "file.yaml:3: neither the file nor this record says from which day"),
        ["an unknown field"] = ("wy: W\n" + Head + "- {kind: source, id: report, expect: 1, set: {title: X}}\n", "file.yaml:1: there is no field \"wy\" here; expected one of why, effective, records (did you mean \"why\"?)"),
        ["no records"] = ("why: W\neffective: 2022-01-01\n", "file.yaml:1: \"records\" holds nothing to publish"),
        ["an empty list"] = ("why: W\neffective: 2022-01-01\nrecords: []\n", "file.yaml:3: \"records\" holds nothing to publish"),
        ["a record that is a text"] = (Head + "- commitment\n", "file.yaml:4: this is no record"),
        ["an unknown field of a record"] = (Head + "- {kind: source, id: report, expct: 1, expect: 1, set: {title: X}}\n", "file.yaml:4: there is no field \"expct\" here"),
        ["no kind"] = (Head + "- {id: report, expect: 1, set: {title: X}}\n", "file.yaml:4: \"kind\" is missing"),
        ["an unknown kind"] = (Head + "- {kind: comitment, id: report, expect: 1, set: {title: X}}\n", "file.yaml:4: there is no kind of record \"comitment\""),
        ["no id"] = (Head + "- {kind: source, expect: 1, set: {title: X}}\n", "file.yaml:4: \"id\" is missing"),
        ["an id that climbs"] = (Head + "- {kind: source, id: ../x, expect: 0, set: {title: X, kind: report}}\n", "file.yaml:4: \"../x\" cannot be an id"),
        ["no version"] = (Head + "- {kind: source, id: report, set: {title: X}}\n", "file.yaml:4: \"expect\" is missing"),
        ["a version that is no number"] = (Head + "- {kind: source, id: report, expect: one, set: {title: X}}\n", "file.yaml:4: \"expect\" is no whole number"),
        ["a version below nothing"] = (Head + "- {kind: source, id: report, expect: -1, set: {title: X}}\n", "file.yaml:4: \"expect\" is no whole number"),
        ["nothing to do"] = (Head + "- {kind: source, id: report, expect: 1}\n", "file.yaml:4: this record says nothing to do"),
        ["two things to do"] = (Head + "- {kind: source, id: report, expect: 1, delete: yes, set: {title: X}}\n", "file.yaml:4: this record has set and delete"),
        ["no deletion"] = (Head + "- {kind: source, id: report, expect: 1, delete: no}\n", "file.yaml:4: \"delete\" is no"),
        ["a deletion that is a word"] = (Head + "- {kind: source, id: report, expect: 1, delete: perhaps}\n", "file.yaml:4: \"delete\" is neither yes nor no"),
        ["a set of nothing"] = (Head + "- {kind: source, id: report, expect: 1, set: {}}\n", "file.yaml:4: \"set\" names no field"),
        ["a correction without right words"] = (Head + "- {kind: source, id: report, expect: 1, corrects: 1}\n", "file.yaml:4: the right words are missing"),
        ["a correction of entry nought"] = (Head + "- {kind: source, id: report, expect: 1, corrects: 0, set: {title: X}}\n", "file.yaml:4: no entry has the number 0"),
        ["a correction of another record"] = (Head + "- {kind: source, id: report, expect: 1, corrects: 3, set: {title: X}}\n", "file.yaml:4: entry 3 is no entry of source/report with words in it; expected one of 1"),
        ["a wish to withhold without a correction"] = (Head + "- {kind: source, id: report, expect: 1, withhold: yes, set: {title: X}}\n", "file.yaml:4: only a correction can withhold words"),
        ["a redaction with a date"] = (Head + "- {kind: source, id: report, expect: 1, redacts: 1, effective: 2022-01-01}\n", "file.yaml:4: words are erased on every day"),
        ["a redaction beside a deletion"] = (Head + "- {kind: source, id: report, expect: 1, redacts: 1, delete: yes}\n", "file.yaml:4: this record has delete and redacts"),
        ["a record twice"] = (Head + "- {kind: source, id: report, expect: 1, set: {title: X}}\n- {kind: source, id: report, expect: 1, set: {title: Y}}\n", "file.yaml:5: source/report stands twice"),
        ["two versions seen"] = (Head + "- {kind: source, id: report, expect: 1, set: {title: X}}\n- {kind: source, id: report, expect: 2, redacts: 1}\n", "file.yaml:5: source/report is expected at version 1 and at version 2"),
        ["an entry erased twice"] = (Head + "- {kind: source, id: report, expect: 1, redacts: 1}\n- {kind: source, id: report, expect: 1, redacts: 1}\n", "file.yaml:5: entry 1 is erased twice"),

        ["an unknown field to set"] = (Set + "{txt: New words.}\n", "file.yaml:7: there is no field \"txt\" here"),
        ["a list where a text belongs"] = (Set + "{text: [New, words]}\n", "file.yaml:7: \"text\" is not one plain value"),
        ["a text where a list belongs"] = (Set + "{who: council}\n", "file.yaml:7: \"who\" holds one value; expected a list"),
        ["a word that is not on the list"] = (Set + "{status: plannd}\n", "file.yaml:7: \"status\" is \"plannd\"; expected one of"),
        ["a date that is none"] = (Set + "{due: [{text: soon, qualifier: in, end: 2022-13-01}]}\n", "file.yaml:7: \"end\" is \"2022-13-01\"; expected a date"),
        ["a date that ends before it starts"] = (Set + "{due: [{text: May 2022, qualifier: in, start: 2022-05-31, end: 2022-05-01}]}\n", "file.yaml:7: the end comes before the start"),
        ["a date without its words"] = (Set + "{due: [{qualifier: in}]}\n", "file.yaml:7: \"text\" is missing"),
        ["a needed field taken away"] = (Set + "{text: ~}\n", "file.yaml:7: \"text\" is missing"),
        ["a new record without what it needs"] = (Head + "- {kind: commitment, id: new, expect: 0, set: {text: New.}}\n", "file.yaml:4: \"status\" is missing"),
        ["no change"] = (Set + "{text: Build ten homes.}\n", "file.yaml:4: this changes nothing: commitment/homes-c1 already says so"),
        ["a body that is not there"] = (Set + "{who: [concil]}\n", "file.yaml:7: there is no organisation \"concil\" in the record; expected the id of a record in organisations/ (did you mean \"council\"?)"),
        ["a source that is not there"] = (Head + "- {kind: plan, id: the-plan, expect: 1, set: {source: rapport 2}}\n", "file.yaml:4: there is no source \"rapport\" in the record"),
        ["a line beyond the end"] = (Head + "- {kind: plan, id: the-plan, expect: 1, set: {source: report 101}}\n", "file.yaml:4: line 101 is beyond the end of report; expected a line from 1 to 100"),
        ["a milestone of nothing"] = (Head + "- {kind: milestone, id: build-m1, expect: 1, set: {of: homes-c9}}\n", "file.yaml:4: there is no commitment or output \"homes-c9\" in the record"),
        ["a statement about no record"] = (Head + "- {kind: statement, id: s, expect: 0, set: {about: build, topic: T, text: X., source: report 3}}\n", "file.yaml:4: \"build\" names no record"),
        ["a reference before its time"] = ("why: W\neffective: 2019-01-01\nrecords:\n- {kind: area, id: gardens, expect: 0, set: {title: Gardens, plan: the-plan, source: report 2}}\n", "file.yaml:4: area/gardens names plan/the-plan on 2019-01-01, when it is not yet in force"),
        ["a printed id that is another's"] = (Head + "- {kind: commitment, id: other, expect: 0, set: {text: X, status: planned, statusWording: will, statusBasis: as worded, printed: [{id: build-c1, action: build, text: X, status: planned, statusWording: will, source: report 2}]}}\n", "file.yaml:4: commitment/other is also known as \"build-c1\", which another record has or had"),
        ["an id that was printed"] = (Head + "- {kind: commitment, id: build-c1, expect: 0, set: {text: X, status: planned, statusWording: will, statusBasis: as worded}}\n", "file.yaml:4: \"build-c1\" is an id of commitment/homes-c1"),
        ["a record that others name taken out"] = (Head + "- {kind: organisation, id: council, expect: 1, delete: yes}\n", "file.yaml:4: organisation/council is still named by action/build, assessment/build-assessment, commitment/homes-c1 on 1 January 2022 or later"),
        ["a control character"] = (Set + "{text: \"a\u0001b\"}\n", "file.yaml:7: there is a control character in the text"),
        ["an anchor"] = (Set + "&a {text: X}\n", "file.yaml:7: anchors and aliases"),
        ["a field twice"] = (Set + "{text: X, text: Y}\n", "file.yaml:7: \"text\" stands twice"),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void One_thing_wrong_is_said_with_its_place_and_nothing_is_planned(string name)
    {
        var plan = PublishRecords.Plan(Small.Value, PublishFile.Read(Encoding.UTF8.GetBytes(Files[name].Text), "file.yaml"));
        Assert.StartsWith(Files[name].Error, plan.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Empty(plan.Change.Writes);
        Assert.False(plan.CanBeWritten);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_said()
    {
        var plan = PublishRecords.Plan(Small.Value, PublishFile.Read([0x77, 0xff, 0xfe], "file.yaml"));
        Assert.Equal("file.yaml:1: this is not UTF-8; expected the file saved as UTF-8", Assert.Single(plan.Errors).ToString());
    }
}
