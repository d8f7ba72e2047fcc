using System.Text;
using Kept.Core.Content;

namespace Kept.Core.Tests.Content;

/// <summary>One thing broken in a small pack: the one error that names it, with its place and what to write instead.</summary>
public sealed class BrokenPackTests
{
    private static readonly Dictionary<string, (Action<SmallPack> Break, string Error)> Breaks = new(StringComparer.Ordinal)
    {
        ["no manifest"] = (p => p.Without("pack.yaml"), "pack.yaml:1: the pack has no pack.yaml; expected pack.yaml with format, programme, title, licence"),
        ["another format"] = (p => p.Replace("pack.yaml", "format: 1", "format: 2"), "pack.yaml:1: the pack's format is \"2\"; expected format 1, the one this version of Kept reads"),
        ["manifest without licence"] = (p => p.Replace("pack.yaml", "licence: Open Government Licence v3.0\n", ""), "pack.yaml:1: \"licence\" is missing; expected pack.yaml with format, programme, title, licence"),
        ["manifest with a strange field"] = (p => p.Replace("pack.yaml", "licence:", "license: x\nlicence:"), "pack.yaml:4: there is no field \"license\" here; expected one of format, programme, title, licence, sources (did you mean \"licence\"?)"),
        ["manifest of another programme"] = (p => p.Replace("pack.yaml", "programme: small", "programme: big"), "pack.yaml:1: there is no programme \"big\" in the pack; expected the id of the record in programmes/"),
        ["manifest of another source"] = (p => p.Replace("pack.yaml", "[report]", "[paper]"), "pack.yaml:1: there is no source \"paper\" in the pack; expected ids of records in sources/"),
        ["unknown folder"] = (p => p.With("action/x.yaml", "title: X"), "action/x.yaml:1: there is no kind of record \"action\"; expected a folder named actions, areas, assessments, commitments, examples, links, milestones, offers, organisations, other-words, outcomes, outputs, places, plans, programmes, requests, schemes, sources, statements, terms, updates (did you mean \"actions\"?)"),
        ["unknown table"] = (p => p.With("commitments/amount.csv", "commitment,value"), "commitments/amount.csv:1: there is no such table; expected one of commitments.csv, dates.csv, amounts.csv, reach.csv, printed.csv, printed-dates.csv (did you mean \"amounts\"?)"),
        ["a file that is no record"] = (p => p.With("plans/plan.docx", "x"), "plans/plan.docx:1: this file is neither YAML nor CSV; expected a name that ends in .yaml or .csv"),
        ["records beside pack.yaml"] = (p => p.With("plans.yaml", "- id: x"), "plans.yaml:1: records stand in a folder of their kind; expected this file in such a folder"),
        ["a folder in a folder"] = (p => p.With("plans/old/plans.yaml", "- id: x"), "plans/old:1: folders stand one deep; expected files of records here"),

        ["yaml that is none"] = (p => p.Replace("areas/areas.yaml", "title: Homes", "title: Homes: and more"), "areas/areas.yaml:3: this is not YAML"),
        ["yaml cut short"] = (p => p.Replace("areas/areas.yaml", "title: Homes", "title: \"Homes"), "areas/areas.yaml:3: this is not YAML"),
        ["two documents"] = (p => p.Append("areas/areas.yaml", "---\n- id: x\n"), "areas/areas.yaml:7: there is a second document; expected one document, without ---"),
        ["an empty file"] = (p => p.With("areas/areas.yaml", ""), "areas/areas.yaml:1: the file is empty; expected YAML"),
        ["the same field twice"] = (p => p.Replace("areas/areas.yaml", "  order: 1", "  order: 1\n  order: 2"), "areas/areas.yaml:6: \"order\" stands twice in one place; expected each field once"),
        ["an alias"] = (p => p.Replace("areas/areas.yaml", "title: Homes", "title: &a Homes"), "areas/areas.yaml:3: anchors and aliases (& and *) are not used in packs; expected the text itself"),
        ["a tag"] = (p => p.Replace("areas/areas.yaml", "title: Homes", "title: !!binary Homes"), "areas/areas.yaml:3: tags (!) are not used in packs; expected the text itself"),
        ["a list that is none"] = (p => p.With("areas/areas.yaml", "title: Homes"), "areas/areas.yaml:1: this file holds no list; expected a list of records, each with its id"),
        ["a record without id"] = (p => p.Replace("areas/areas.yaml", "id: homes", "ident: homes"), "areas/areas.yaml:1: this is no record with an id; expected - id: ... and the record's fields"),
        ["a file that holds no record"] = (p => p.With("actions/extra.yaml", "- a\n- b"), "actions/extra.yaml:1: this file holds no record; expected the fields of one record, or its versions"),
        ["no versions"] = (p => p.With("actions/extra.yaml", "versions: []"), "actions/extra.yaml:1: there are no versions; expected a list of versions, each with its effective date"),
        ["a field beside versions"] = (p => p.Append("actions/build.yaml", "title: Build\n"), "actions/build.yaml:17: \"title\" stands beside versions; expected the field inside a version"),
        ["not UTF-8"] = (p => p.WithBytes("areas/areas.yaml", [.. Encoding.UTF8.GetBytes("- id: homes\n  title: "), 0xE9, 0x0A]), "areas/areas.yaml:2: this is not UTF-8; expected the file saved as UTF-8"),
        ["a control character"] = (p => p.Replace("areas/areas.yaml", "Homes", "Ho\u0007mes"), "areas/areas.yaml:3: there is a control character in the text; expected plain text"),
        ["a file too large"] = (p => p.With("areas/areas.yaml", new string('#', (5 * 1024 * 1024) + 1)), "areas/areas.yaml:1: the file is larger than 5 MB; expected smaller files"),

        ["an unknown field"] = (p => p.Replace("areas/areas.yaml", "order: 1", "order: 1\n  sumary: x"), "areas/areas.yaml:6: there is no field \"sumary\" here; expected one of effectiveText, title, plan, order, source"),
        ["an unknown field deep inside"] = (p => p.Replace("actions/build.yaml", "role: lead", "rôle: lead\n        role: lead"), "actions/build.yaml:15: there is no field \"rôle\" here; expected one of id, organisation, role, source, scope, wording (did you mean \"role\"?)"),
        ["a missing field"] = (p => p.Replace("areas/areas.yaml", "  title: Homes\n", ""), "areas/areas.yaml:1: \"title\" is missing; expected a text"),
        ["a field of nothing"] = (p => p.Replace("areas/areas.yaml", "title: Homes", "title:"), "areas/areas.yaml:1: \"title\" is missing; expected a text"),
        ["a missing effective date"] = (p => p.Replace("areas/areas.yaml", "  effective: 2021-01-01\n", ""), "areas/areas.yaml:1: \"effective\" is missing or no date; expected the day from which this is true, such as 2021-03-31"),
        ["a day that does not exist"] = (p => p.Replace("areas/areas.yaml", "2021-01-01", "2021-02-30"), "areas/areas.yaml:2: \"effective\" is missing or no date; expected the day from which this is true, such as 2021-03-31"),
        ["a bad date in a cell"] = (p => p.Replace("commitments/dates.csv", "2023-12-31", "31/12/2023"), "commitments/dates.csv:2: \"end\" is \"31/12/2023\"; expected a date such as 2021-03-31"),
        ["no whole number"] = (p => p.Replace("areas/areas.yaml", "order: 1", "order: first"), "areas/areas.yaml:5: \"order\" is \"first\"; expected a whole number"),
        ["neither yes nor no"] = (p => p.Replace("organisations/organisations.csv", "yes", "perhaps"), "organisations/organisations.csv:2: \"named\" is \"perhaps\"; expected yes or no"),
        ["no list"] = (p => p.Replace("actions/build.yaml", "      - {id: build-r1, n: 1, text: Homes are built., source: report 5-6}", "      all of them"), "actions/build.yaml:9: \"requirements\" holds one value; expected a list"),
        ["no group of fields"] = (p => p.Replace("actions/build.yaml", "{id: build-r1, n: 1, text: Homes are built., source: report 5-6}", "build homes"), "actions/build.yaml:9: this is not a group of fields; expected id, n, text, source, parts"),
        ["a list in place of a text"] = (p => p.Replace("areas/areas.yaml", "title: Homes", "title: [Homes]"), "areas/areas.yaml:3: \"title\" is not one plain value; expected a text"),
        ["an end before its start"] = (p => p.Replace("milestones/milestones.csv", "2021-07-01,2021-07-31", "2021-07-31,2021-07-01"), "milestones/milestones.csv:2: the end comes before the start; expected an end on or after the start"),
        ["a strict end after the end"] = (p => p.Replace("commitments/dates.csv", "2023-12-31,2022-12-31", "2023-12-31,2024-12-31"), "commitments/dates.csv:2: the strict end comes after the end; expected a strict end on or before the end"),
        ["a period that starts after its end"] = (p => p.Replace("commitments/dates.csv", "2023-01-01", "2024-01-01"), "commitments/dates.csv:2: the end comes before the period starts; expected an end on or after periodStart"),
        ["by with a start"] = (p => p.Replace("milestones/milestones.csv", "July 2021,in", "July 2021,by"), "milestones/milestones.csv:2: \"by\" has a start; expected no start: nothing is printed as a beginning"),
        ["an unknown role"] = (p => p.Replace("actions/build.yaml", "role: lead", "role: leed"), "actions/build.yaml:15: \"role\" is \"leed\"; expected one of lead, key, critical, significant, vital, practice, delivery, framework, supporting, investment, commissioner, link-partner, tasked (did you mean \"lead\"?)"),
        ["an unknown status"] = (p => p.Replace("commitments/commitments.csv", "planned", "plannd"), "commitments/commitments.csv:2: \"status\" is \"plannd\"; expected one of delivered, underway, planned, outstanding, considering, aspiration (did you mean \"planned\"?)"),
        ["an unknown category"] = (p => p.Replace("assessments/assessments.yaml", "underway", "great"), "assessments/assessments.yaml:4: \"category\" is \"great\"; expected one of underway, insufficient, little-or-none, not-assessed"),
        ["an unknown strength"] = (p => p.Replace("links/links.csv", "named", "strong"), "links/links.csv:2: \"strength\" is \"strong\"; expected one of explicit, named, implied"),
        ["an unknown kind of date"] = (p => p.Replace("programmes/programmes.yaml", "kind: past", "kind: gone"), "programmes/programmes.yaml:6: \"kind\" is \"gone\"; expected one of due, past, funding-period, period, open, context"),
        ["a citation of nothing"] = (p => p.Replace("plans/plans.yaml", "report 2", "report two"), "plans/plans.yaml:4: \"source\" is \"report two\"; expected a source and its lines, such as \"change-programme-one 843-844\""),
        ["a citation backwards"] = (p => p.Replace("plans/plans.yaml", "report 2", "report 9-2"), "plans/plans.yaml:4: \"source\" is \"report 9-2\"; expected a source and its lines, such as \"change-programme-one 843-844\""),
        ["a line beyond the end"] = (p => p.Replace("plans/plans.yaml", "report 2", "report 99-101"), "plans/plans.yaml:4: line 101 is beyond the end of report; expected a line from 1 to 100"),
        ["a further line beyond the end"] = (p => p.Replace("links/links.csv", "22, 24", "22, 240"), "links/links.csv:2: line 240 is beyond the end of report; expected a line from 1 to 100"),

        ["a column too few"] = (p => p.With("links/links.csv", "id,effective,from,to,toKind,strength,source\nlink-1,2021-06-30,build,homes,area,named,report 22\n"), "links/links.csv:1: the column \"reason\" is missing; expected a column of that name"),
        ["a column too many"] = (p => p.Replace("links/links.csv", "reason", "reason,sections").Replace("links/links.csv", "Homes are what is built", "Homes are what is built,x"), "links/links.csv:1: there is no column \"sections\" in this table; expected one of id, effective, effectiveText, from, to, toKind, strength, reason, section, source (did you mean \"section\"?)"),
        ["a column twice"] = (p => p.Replace("links/links.csv", "id,effective", "id,id,effective").Replace("links/links.csv", "link-1", "link-1,x"), "links/links.csv:1: the column \"id\" stands twice; expected each column once, and none without a name"),
        ["a row too short"] = (p => p.Append("links/links.csv", "link-2,2021-06-30,build\n"), "links/links.csv:3: the row has 3 cells; expected 8, as the header has"),
        ["a row too long"] = (p => p.Append("links/links.csv", "link-2,2021-06-30,build,homes,area,named,Homes, of course,report 1\n"), "links/links.csv:3: the row has 9 cells; expected 8, as the header has"),
        ["a quotation mark amid a cell"] = (p => p.Append("links/links.csv", "link-2,2021-06-30,build,homes,area,named,\"Homes\" indeed,report 1\n"), "links/links.csv:3: a quotation mark stands where none can; expected a text with quotation marks inside quotation marks, each doubled"),
        ["a quotation that never ends"] = (p => p.Append("links/links.csv", "link-2,2021-06-30,build,homes,area,named,\"Homes,report 1\n"), "links/links.csv:3: a quotation mark stands where none can; expected a text with quotation marks inside quotation marks, each doubled"),
        ["an empty table"] = (p => p.With("links/links.csv", ""), "links/links.csv:1: the table is empty; expected a first line with the names of the columns"),
        ["a row of no commitment"] = (p => p.Append("commitments/dates.csv", "homes-c2,by 2024,by,2024-12-31,2023-12-31,2024-01-01\n"), "commitments/dates.csv:3: there is no commitment \"homes-c2\" to belong to; expected the id of a row of commitments.csv (did you mean \"homes-c1\"?)"),
        ["a row of no printed entry"] = (p => p.With("commitments/printed-dates.csv", "commitment,printed,text,qualifier\nhomes-c1,build-c2,soon,in\n"), "commitments/printed-dates.csv:2: there is no printed \"build-c2\" of commitment \"homes-c1\" to belong to; expected the id of a row of printed.csv (did you mean \"build-c1\"?)"),
        ["a row of two versions"] = (p => p.Append("commitments/commitments.csv", "homes-c1,2022-01-01,Build nine homes.,build,council,,planned,will build,as worded in The report\n").Without("commitments/printed.csv"), "commitments/dates.csv:2: commitment \"homes-c1\" has several versions; expected a column \"effective\" that says which one this row belongs to"),

        ["a bad row that others belong to"] = (p => p.Replace("commitments/commitments.csv", "Build ten homes.", "Build, ten homes."), "commitments/commitments.csv:2: the row has 10 cells; expected 9, as the header has"),

        ["an id with a capital"] = (p => p.Replace("plans/plans.yaml", "effective: 2021-01-01", "effective: 2021-01-01\n  title: Two\n  source: report 2\n- id: The-Plan\n  effective: 2021-01-01"), "plans/plans.yaml:5: \"The-Plan\" cannot be an id; expected lower-case letters, digits, hyphens and full stops, at most 120"),
        ["an id that climbs"] = (p => p.Append("plans/plans.yaml", "- {id: ../x, effective: 2021-01-01, title: X, source: report 2}\n"), "plans/plans.yaml:5: \"../x\" cannot be an id; expected lower-case letters, digits, hyphens and full stops, at most 120"),
        ["an area with a taken address"] = (p => p.Append("areas/areas.yaml", "- {id: pace, effective: 2021-01-01, title: Pace, plan: the-plan, source: report 2}\n"), "areas/areas.yaml:7: \"pace\" is an address of its own under every plan; expected another id for this area"),
        ["a term without its scheme"] = (p => p.With("schemes/schemes.yaml", "- {id: words, effective: 2021-01-01, title: Words, summary: Words., source: report 2}").With("terms/terms.yaml", "- {id: one, effective: 2021-01-01, scheme: words, title: One, source: report 2}"), "terms/terms.yaml:1: \"one\" does not say which scheme the term is of; expected scheme.term, such as \"foundations.voice\""),
        ["a record twice in a list"] = (p => p.Append("areas/areas.yaml", "- {id: homes, effective: 2021-01-01, title: Homes, plan: the-plan, source: report 2}\n"), "areas/areas.yaml:7: area/homes is stated again; it already stands at areas/areas.yaml:1; expected each record in one place, and each date once"),
        ["a record in two files"] = (p => p.With("areas/homes.yaml", "effective: 2022-01-01\ntitle: Homes\nplan: the-plan\nsource: report 2"), "areas/homes.yaml:1: area/homes is stated again; it already stands at areas/areas.yaml:1; expected each record in one place, and each date once"),
        ["versions out of order"] = (p => p.Append("actions/build.yaml", "  - effective: 2021-03-01\n    title: Built\n"), "actions/build.yaml:17: action/build: the version effective 2021-03-01 comes after the one effective 2021-06-30; expected versions in the order of their dates"),
        ["a printed id that is another's"] = (p => p.Append("commitments/commitments.csv", "build-c1,2021-06-30,Build.,build,council,,planned,will build,as worded in The report\n"), "commitments/commitments.csv:2: commitment/homes-c1 is also known as \"build-c1\", which is taken at commitments/commitments.csv:3; expected an id that no other record has or had"),
        ["a reference to nothing"] = (p => p.Replace("actions/build.yaml", "organisation: council", "organisation: counsil"), "actions/build.yaml:14: there is no organisation \"counsil\" in the pack; expected the id of a record in organisations/ (did you mean \"council\"?)"),
        ["a source of nothing"] = (p => p.Replace("actions/build.yaml", "source: report 7", "source: rapport 7"), "actions/build.yaml:16: there is no source \"rapport\" in the pack; expected the id of a record in sources/ (did you mean \"report\"?)"),
        ["a reference before its time"] = (p => p.Replace("areas/areas.yaml", "2021-01-01", "2020-06-01"), "areas/areas.yaml:4: area/homes names plan/the-plan on 2020-06-01, when it is not yet in force; expected an effective date on or after 2021-01-01, or an earlier one for plan/the-plan"),
        ["a milestone of nothing"] = (p => p.Replace("milestones/milestones.csv", "homes-c1", "homes-c9"), "milestones/milestones.csv:2: there is no commitment or output \"homes-c9\" in the pack; expected the id of a commitment or an output"),
        ["a milestone of no step"] = (p => p.Replace("milestones/milestones.csv", "of,basis", "ofStep,basis").Replace("milestones/milestones.csv", "homes-c1", "build-n1"), "milestones/milestones.csv:2: there is no next step \"build-n1\" in the pack; expected the id of a next step of an action"),
        ["an outcome of no requirement"] = (p => p.With("outcomes/outcomes.yaml", "- {id: later, effective: 2022-01-01, action: build, requirement: build-r2, text: Built., source: report 30}"), "outcomes/outcomes.yaml:1: there is no requirement \"build-r2\" in the pack; expected the id of a requirement of an action (did you mean \"build-r1\"?)"),
        ["a statement about no record"] = (p => p.With("statements/statements.yaml", "- {id: s, effective: 2022-01-01, about: build, topic: T, text: X., source: report 30}"), "statements/statements.yaml:1: \"build\" names no record; expected kind/id, such as action/support"),
        ["a statement about an unknown kind"] = (p => p.With("statements/statements.yaml", "- {id: s, effective: 2022-01-01, about: axtion/build, topic: T, text: X., source: report 30}"), "statements/statements.yaml:1: there is no axtion \"build\" in the pack; expected the id of a record in axtions/"),
    };

    public static TheoryData<string> Names => [.. Breaks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void One_thing_broken_is_one_error_with_its_place(string name)
    {
        using var pack = new SmallPack();
        Breaks[name].Break(pack);
        var error = Assert.Single(pack.Errors());
        Assert.StartsWith(Breaks[name].Error, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said_to_be_missing()
    {
        var error = Assert.Single(PackFolder.Read("no/such/folder").Errors);
        Assert.Equal("pack.yaml:1: there is no folder no/such/folder; expected the folder of a pack", error.ToString());
    }

    [Fact]
    public void A_pack_of_nothing_but_its_name_holds_no_records()
    {
        using var pack = new SmallPack();
        foreach (var folder in Directory.EnumerateDirectories(pack.Path).ToList()) Directory.Delete(folder, recursive: true);
        Assert.Contains("pack.yaml:1: the pack holds no records; expected folders of records beside pack.yaml", pack.Errors());
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Deep_nesting_is_refused_at_once(string opening)
    {
        using var pack = new SmallPack();
        pack.With("areas/areas.yaml", string.Concat(Enumerable.Repeat(opening, 200_000)));
        var error = Assert.Single(pack.Read().Errors);
        Assert.Equal(("areas/areas.yaml", 1), (error.File, error.Line));
    }

    [Fact]
    public void A_bomb_of_aliases_is_refused_at_its_first()
    {
        using var pack = new SmallPack();
        var bomb = new StringBuilder("- id: a\n  title: &a0 lol\n");
        for (var i = 1; i < 40; i++) bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"  f{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n");
        pack.With("areas/areas.yaml", bomb.ToString());
        Assert.StartsWith("areas/areas.yaml:2: anchors and aliases", Assert.Single(pack.Errors()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_thousand_bad_rows_are_a_thousand_errors_and_soon()
    {
        using var pack = new SmallPack();
        pack.Append("links/links.csv", string.Concat(Enumerable.Range(2, 1000).Select(i => $"link-{i},2021-06-30,build,nowhere{i},area,named,Because,report 1\n")));
        Assert.Equal(1000, pack.Errors().Length);
    }
}
