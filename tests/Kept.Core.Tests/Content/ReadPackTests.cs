using System.Text;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Testing;

namespace Kept.Core.Tests.Content;

public sealed class ReadPackTests
{
    [Fact]
    public void A_valid_pack_has_no_problems()
    {
        using var pack = new SmallPack();
        var read = pack.Read();
        Assert.Equal([], read.Errors);
        Assert.Equal([], read.Warnings);
        Assert.Equal(12, read.Records.Count);
    }

    [Fact]
    public void A_later_version_keeps_what_it_does_not_state()
    {
        using var pack = new SmallPack();
        var versions = pack.Read().Records.Where(r => r.Key.ToString() == "action/build").ToList();
        Assert.Equal([new DateOnly(2021, 1, 1), new DateOnly(2021, 6, 30)], versions.Select(v => v.Effective));
        var later = (PlanAction)versions[1].Body;
        Assert.Equal(("Build", "about late June 2021"), (later.Title, later.EffectiveText));
        Assert.Single(later.Requirements);
        Assert.Single(later.Leads);
        Assert.Empty(((PlanAction)versions[0].Body).Leads);
    }

    [Fact]
    public void A_later_version_can_state_that_there_is_nothing()
    {
        using var pack = new SmallPack();
        pack.Replace("actions/build.yaml", "    leads:", "    requirements: ~\n    leads:");
        Assert.Empty(((PlanAction)pack.Read().Records.Last(r => r.Body is PlanAction).Body).Requirements);
    }

    [Fact]
    public void The_order_of_effective_text_is_not_kept_from_version_to_version()
    {
        using var pack = new SmallPack();
        pack.Append("actions/build.yaml", "  - effective: 2022-01-01\n    title: Build more\n");
        var last = (PlanAction)pack.Read().Records.Last(r => r.Body is PlanAction).Body;
        Assert.Equal(("Build more", null), (last.Title, last.EffectiveText));
    }

    [Fact]
    public void Tables_join_to_one_commitment()
    {
        using var pack = new SmallPack();
        var commitment = (Commitment)pack.Read().Records.Single(r => r.Body is Commitment).Body;
        Assert.Equal(["council"], commitment.Who);
        Assert.Equal(("by 2023", new DateOnly(2022, 12, 31)), (Assert.Single(commitment.Due).Text, commitment.Due[0].StrictEnd));
        Assert.Equal(("build-c1", "lines 20 to 21"), (Assert.Single(commitment.Printed).Id, commitment.Printed[0].Source.Place));
    }

    [Fact]
    public void Cells_with_several_values_and_citations_are_taken_apart()
    {
        using var pack = new SmallPack();
        var council = (Organisation)pack.Read().Records.Single(r => r.Key.ToString() == "organisation/council").Body;
        Assert.Equal(["Council", "the council"], council.OtherNames);
        Assert.Equal(["lines 7 and 9", "lines 12 to 14"], council.Sources.Select(s => s.Place));
    }

    [Fact]
    public void A_byte_order_mark_and_line_ends_of_windows_change_nothing()
    {
        using var pack = new SmallPack();
        var plain = pack.Read().Records;
        foreach (var file in Directory.EnumerateFiles(pack.Path, "*", SearchOption.AllDirectories).ToList())
            File.WriteAllText(file, File.ReadAllText(file).Replace("\n", "\r\n", StringComparison.Ordinal), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var windows = pack.Read();
        Assert.Equal([], windows.Errors);
        Assert.Equal(plain.Select(r => (r.Key, r.Effective, r.File, r.Line)), windows.Records.Select(r => (r.Key, r.Effective, r.File, r.Line)));
    }

    [Fact]
    public void Several_versions_of_a_row_take_the_rows_that_name_their_date()
    {
        using var pack = new SmallPack();
        pack.Append("commitments/commitments.csv", "homes-c1,2022-01-01,Build nine homes.,build,council,,planned,will build,as worded in The report\n")
            .With("commitments/printed.csv", "commitment,effective,id,action,text,status,statusWording,source\nhomes-c1,2021-06-30,build-c1,build,Build ten homes.,planned,will build,report 20\n")
            .With("commitments/dates.csv", "commitment,effective,text,qualifier,end,strictEnd,periodStart\nhomes-c1,2021-06-30,by 2023,by,2023-12-31,2022-12-31,2023-01-01\nhomes-c1,2022-01-01,by 2024,by,2024-12-31,2023-12-31,2024-01-01\n");
        var read = pack.Read();
        Assert.Equal([], read.Errors);
        Assert.Equal(["by 2023", "by 2024"], read.Records.Select(r => r.Body).OfType<Commitment>().Select(c => c.Due.Single().Text));
    }

    [Fact]
    public void Notes_for_people_beside_the_records_are_left_alone()
    {
        using var pack = new SmallPack();
        pack.With("README.md", "Read me.").With("actions/notes.txt", "A note.");
        File.WriteAllText(Path.Combine(pack.Path, ".DS_Store"), "x");
        Assert.Equal([], pack.Errors());
    }

    [Fact]
    public void Dates_read_in_another_way_than_stated_are_a_warning_and_load()
    {
        using var pack = new SmallPack();
        pack.Replace("commitments/dates.csv", "by 2023,by,2023-12-31,2022-12-31,2023-01-01", "by spring 2023,by,2023-12-31,2022-12-31,2023-01-01");
        var read = pack.Read();
        var warning = Assert.Single(read.Warnings);
        Assert.Equal("commitments/dates.csv:2: \"by spring 2023\" is stated in another way than its words would be read; expected by 31 May 2023 (strictly by 28 February 2023)", warning.ToString());
        Assert.Equal(12, read.Records.Count);
    }

    [Fact]
    public void A_link_inside_the_pack_is_followed_and_one_that_leaves_it_is_refused()
    {
        using var elsewhere = new TempFolder();
        using var pack = new SmallPack();
        File.Move(Path.Combine(pack.Path, "plans", "plans.yaml"), Path.Combine(pack.Path, "plans", ".kept.yaml"));
        File.CreateSymbolicLink(Path.Combine(pack.Path, "plans", "plans.yaml"), Path.Combine(pack.Path, "plans", ".kept.yaml"));
        Assert.Equal([], pack.Errors());
        File.CreateSymbolicLink(Path.Combine(pack.Path, "plans", "more.yaml"), elsewhere.Write("more.yaml", "effective: 2021-01-01\ntitle: More\nsource: report 2\n"));
        Directory.CreateSymbolicLink(Path.Combine(pack.Path, "terms"), elsewhere.Path);
        Assert.Equal(
            ["plans/more.yaml:1: this link leads out of the pack; expected a file of the pack itself", "terms:1: this link leads out of the pack; expected a file of the pack itself"],
            pack.Errors());
    }

    [Fact]
    public void A_pack_with_an_error_has_no_records()
    {
        using var pack = new SmallPack();
        pack.Replace("areas/areas.yaml", "title: Homes", "titel: Homes");
        Assert.Empty(pack.Read().Records);
    }

    [Fact]
    public void Every_error_is_found_in_one_go()
    {
        using var pack = new SmallPack();
        pack.Replace("areas/areas.yaml", "title: Homes", "titel: Homes")
            .Replace("actions/build.yaml", "role: lead", "role: leader")
            .Replace("links/links.csv", "named", "strong")
            .Replace("sources/sources.yaml", "lines: 100", "lines: many")
            .Append("organisations/organisations.csv", "council,2020-01-01\n");
        Assert.Equal(
            ["actions/build.yaml:15", "areas/areas.yaml:1", "areas/areas.yaml:3", "links/links.csv:2", "organisations/organisations.csv:4", "sources/sources.yaml:5"],
            pack.Read().Errors.Select(e => $"{e.File}:{e.Line}"));
    }
}
