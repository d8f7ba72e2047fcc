using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kept.Core.Content;
using Kept.Core.Evidence;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Testing;

namespace Kept.Core.Tests.Content;

public sealed class ExportPackTests
{
    [Fact]
    public void The_shipped_pack_written_out_reads_back_the_same()
    {
        var register = new Loaded();
        using var folder = new TempFolder();
        register.Load(PackFolder.Read(Repository.ShippedPack));
        Assert.Null(ExportPack.Write(register.Now, folder.Path));
        var again = PackFolder.Read(folder.Path);
        Assert.Equal([], again.Errors);
        Assert.True(LoadPack.Plan(register.Now, again, prune: true).IsEmpty);
    }

    [Fact]
    public void The_same_register_gives_the_same_files_and_their_load_gives_them_again()
    {
        var first = new Loaded();
        var second = new Loaded();
        using var folder = new TempFolder();
        first.Load(PackFolder.Read(Repository.ShippedPack));
        ExportPack.Write(first.Now, folder.Path);
        second.Load(PackFolder.Read(folder.Path));
        Assert.Equal(ExportPack.Files(first.Now), ExportPack.Files(first.Now));
        Assert.Equal(ExportPack.Files(first.Now), ExportPack.Files(second.Now));
    }

    [Fact]
    public void A_folder_that_is_not_empty_is_refused()
    {
        var register = new Loaded();
        using var pack = new SmallPack();
        register.Load(pack.Read());
        Assert.Equal($"{pack.Path} is not empty. Nothing was written. Name a folder that is empty or not there yet.", ExportPack.Write(register.Now, pack.Path)!.ToString());
        Assert.NotNull(ExportPack.Write(register.Now, Path.Combine(pack.Path, "pack.yaml")));
        Assert.Equal([], pack.Errors());
    }

    [Fact]
    public void A_register_without_a_programme_is_refused()
    {
        using var folder = new TempFolder();
        Assert.StartsWith("There is no programme", ExportPack.Write(Snapshot.Empty, folder.Path)!.What, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_that_would_leave_the_folder_is_refused()
    {
        var register = new Loaded();
        using var pack = new SmallPack();
        using var folder = new TempFolder();
        var read = pack.Read();
        register.Load(read);
        register.Publish(Write.Set("..", new DateOnly(2022, 1, 1), read.Records.First(r => r.Body is PlanAction).Body, 0));
        Assert.StartsWith("action/.. cannot be written", ExportPack.Write(register.Now, folder.Path)!.What, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void What_is_deleted_or_erased_is_not_written()
    {
        var register = new Loaded();
        using var pack = new SmallPack();
        register.Load(pack.Read());
        var link = register.Newest("link/link-1");
        register.Publish(
            Write.Redact(link.Entry.Record, link.Entry.Number, 1),
            Write.Delete(RecordKey.Parse("assessment/build-assessment"), new DateOnly(2021, 6, 30), 1));
        var files = ExportPack.Files(register.Now).Select(f => f.Path).ToList();
        Assert.DoesNotContain("links/links.csv", files);
        Assert.DoesNotContain("assessments/assessments.yaml", files);
        Assert.True(ReadsBack(register));
    }

    [Fact]
    public void What_a_table_cannot_hold_is_written_as_YAML()
    {
        var register = new Loaded();
        using var pack = new SmallPack();
        register.Load(pack.Read());
        var council = (Organisation)register.Newest("organisation/council").Body!;
        register.Publish(Write.Set("council", new DateOnly(2020, 1, 1), council with { OtherNames = ["one; two", " three", ""], Note = "" }, 1));
        var files = ExportPack.Files(register.Now).ToDictionary(f => f.Path, f => f.Text);
        Assert.Contains("one; two", files["organisations/organisations.yaml"], StringComparison.Ordinal);
        Assert.DoesNotContain("council,", files["organisations/organisations.csv"], StringComparison.Ordinal);
        Assert.True(ReadsBack(register));
    }

    [Fact]
    public void A_table_is_not_neutralised()
    {
        var register = new Loaded();
        using var pack = new SmallPack();
        register.Load(pack.Read());
        var council = (Organisation)register.Newest("organisation/council").Body!;
        register.Publish(Write.Set("council", new DateOnly(2020, 1, 1), council with { Name = "=1+1" }, 1));
        Assert.Contains("council,2020-01-01,,=1+1,", ExportPack.Files(register.Now).Single(f => f.Path == "organisations/organisations.csv").Text, StringComparison.Ordinal);
        Assert.True(ReadsBack(register));
    }

    [Fact]
    public void Whatever_words_are_published_they_read_back_the_same()
    {
        using var pack = new SmallPack();
        var read = pack.Read();
        Prop.ForAll(AnyWords.Arbitrary(), words => Round(new Loaded(), read, words)).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true));
    }

    private static bool Round(Loaded register, PackFolder pack, AnyWords words)
    {
        register.Load(pack);
        var (council, commitment, action, area) = ((Organisation)register.Newest("organisation/council").Body!, (Commitment)register.Newest("commitment/homes-c1").Body!,
            (PlanAction)register.Newest("action/build").Body!, (PriorityArea)register.Newest("area/homes").Body!);
        var day = new DateOnly(2021, 6, 30);
        register.Publish(
            Write.Set("council", new DateOnly(2020, 1, 1), council with { Name = words.Text(0), OtherNames = words.List(0), Note = words.Maybe(0), Sources = [new Cite("report", words.Span) { Also = words.Lines }] }, 1),
            Write.Set("homes-c1", day, commitment with { Text = words.Text(1), Due = [], Printed = [commitment.Printed[0] with { Text = words.Text(2), OtherStatusWordings = words.List(1), Due = commitment.Due }], Reach = [new(words.Text(3), words.Number)], Amounts = [] }, 1),
            Write.Set("homes-c1", day.AddYears(1), commitment with { Note = words.Maybe(1), Amounts = [new(words.Number, words.Maybe(2))] }, 2),
            Write.Set("build", day, action with { Title = words.Text(4), LeadBasis = words.Maybe(3), Leads = [.. action.Leads.Select(l => l with { Scope = words.Maybe(4) })] }, 2),
            Write.Set("build", day.AddYears(1), action with { Requirements = [.. action.Requirements.Select(r => r with { Text = words.Text(5), Parts = words.List(2) })], Leads = [] }, 3),
            Write.Set("homes", new DateOnly(2021, 1, 1), area with { Title = words.Text(6) }, 1),
            Write.Set("homes", day, area with { Title = words.Text(7), EffectiveText = words.Maybe(5) }, 2));
        return ReadsBack(register);
    }

    // Reads the files from memory and from disk: nothing differs, and a fresh Register says the same on every date.
    private static bool ReadsBack(Loaded register)
    {
        using var folder = new TempFolder();
        Assert.Null(ExportPack.Write(register.Now, folder.Path));
        var read = PackFolder.Read(folder.Path);
        Assert.Equal([], read.Errors);
        foreach (var record in read.Records)
            Assert.Equal(Words(LoadPack.Winner(register.Now.Newest(record.Key), record.Effective)!.RecordJson.Span), Words(CanonicalJson.Of(record.Body)));
        var plan = LoadPack.Plan(register.Now, read);
        Assert.Equal([], plan.Skipped);
        Assert.Equal([], plan.Changed);
        Assert.Equal([], plan.Added);
        var fresh = new Loaded();
        fresh.Load(read);
        Assert.Equal(ExportPack.Files(register.Now).OrderBy(f => f.Path), ExportPack.Files(fresh.Now).OrderBy(f => f.Path));
        return true;
    }

    private static string Words(ReadOnlySpan<byte> json) => Encoding.UTF8.GetString(json);
}
