using System.Text;
using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Keeping;
using Kept.Core.Questionnaires;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Core.Tests.Records;
using Kept.Core.Workroom;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kept.Core.Tests.Keeping;

public sealed class BackupTests : IDisposable
{
    private readonly TestRegister _register = new(file: true);
    private readonly TempFolder _folder = new();

    private string File1 => _folder.File("one.db");

    private string Restored => _folder.File("kept.db");

    public void Dispose()
    {
        _register.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_backup_is_the_record_at_one_moment_and_its_manifest_says_which()
    {
        await _register.Do(TestRegister.Set("a", "first"), TestRegister.Set("b", "second"));
        var manifest = Make(File1);
        Assert.Equal((2, _register.Now.Hash, SqliteFile.Schema), (manifest.Entry, manifest.Hash, manifest.Schema));
        Assert.Equal("2026-11-21T12:00:00.000000Z", manifest.Made);
        Assert.Equal(new FileInfo(File1).Length, manifest.Bytes);
        Assert.Equal(manifest with { Erased = [], Forgotten = [], Agreed = [] }, Manifest.Read(Manifest.PathOf(File1)).Read! with { Erased = [], Forgotten = [], Agreed = [] });
        Assert.Equal(["one.db", "one.db.manifest"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_backup_made_while_a_hundred_changes_a_second_are_written_verifies_and_none_goes_back()
    {
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var n = 0; !stop.IsCancellationRequested; n++)
            {
                await _register.Do(TestRegister.Set($"r{n}", new string('x', 1000)));
                await Task.Delay(TimeSpan.FromMilliseconds(5));
            }
        });
        var heads = new List<(long Entry, string Hash)>();
        for (var i = 0; i < 20; i++)
        {
            // Each comes after at least one change more, and the next changes go on while it is made.
            while (_register.Now.Number <= heads.LastOrDefault().Entry) await Task.Delay(TimeSpan.FromMilliseconds(1));
            var made = Make(_folder.File($"b{i}"));
            using var copy = SqliteStore.OpenToRead(_folder.File($"b{i}"));
            Assert.Equal($"ok {made.Entry} {made.Hash}", Verification.Of(copy).ToString());
            Assert.Empty(Violations(copy));
            heads.Add((made.Entry, made.Hash));
        }
        await stop.CancelAsync();
        await writing;
        Assert.Equal(heads.Order(), heads);
        Assert.True(heads[^1].Entry >= 20, "Nothing was written meanwhile.");
        // Each is a true beginning of what was written, not merely some whole chain.
        Assert.All(heads.Where(h => h.Entry > 0), head => Assert.True(_register.Verify(head).IsWhole));
    }

    [Fact]
    public async Task What_stands_there_already_is_never_overwritten()
    {
        await _register.Do(TestRegister.Set("a", "first"));
        await File.WriteAllTextAsync(File1, "last night's");
        var (made, why) = Backup.Make(_register.Path, File1, _register.Clock, "0");
        Assert.Null(made);
        Assert.Contains("never overwritten", why!.ToString(), StringComparison.Ordinal);
        Assert.Equal("last night's", await File.ReadAllTextAsync(File1));
        Assert.Contains("mounted", Backup.Make(_register.Path, _folder.File("away/b"), _register.Clock, "0").Why!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_it_leaves_nothing()
    {
        await _register.Do(TestRegister.Set("a", "first"));
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => Backup.Make(_register.Path, File1, _register.Clock, "0", _ => stop.Cancel(), stop.Token) is var _ && Backup.Make(_register.Path, _folder.File("2"), _register.Clock, "0", null, stop.Token) is var _);
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path), f => f.Contains("unfinished", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Erased_words_are_not_in_a_backup_even_where_pages_were_freed()
    {
        var words = "a sentence that hurts " + new string('h', 6000);
        await _register.Do(TestRegister.Set("a", words));
        await _register.Do(Write.Redact(TestRegister.Key("a"), 1, null));
        var manifest = Make(File1);
        Assert.Equal(1, Assert.Single(manifest.Erased).Entry);
        Assert.DoesNotContain("a sentence that hurts", Latin(await File.ReadAllBytesAsync(File1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restored_on_an_empty_place_it_is_the_same_record_entry_by_entry()
    {
        await _register.Do(TestRegister.Set("a", "first"), TestRegister.Set("b", "second"));
        Make(File1);
        var (done, why) = await Restore.From(File1, Restored, null, _register.Clock);
        Assert.Null(why);
        Assert.Equal($"ok 2 {_register.Now.Hash}", done!.Found.ToString());
        using var register = Register.Open(SqliteStore.Open(Restored), _register.Clock);
        Assert.Equal("second", new View(register.Snapshot, new(2026, 11, 21)).Get<Core.Evidence.Source>("b").Body.Title);
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_wherever_it_is_damaged()
    {
        await _register.Do(TestRegister.Set("a", "first"), TestRegister.Set("b", "second"));
        Make(File1);
        var whole = await File.ReadAllBytesAsync(File1);
        var random = new Random(21);
        for (var i = 0; i < 50; i++)
        {
            var harmed = whole.ToArray();
            if (i % 5 == 0) harmed = harmed[..random.Next(harmed.Length)];
            else harmed[random.Next(harmed.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(File1, harmed);
            var (done, why) = await Restore.From(File1, Restored, null, _register.Clock);
            Assert.Null(done);
            Assert.Contains("Nothing was restored.", why!.ToString(), StringComparison.Ordinal);
            Assert.Equal(["one.db", "one.db.manifest"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task A_backup_of_another_record_than_its_manifest_says_is_refused_even_with_the_right_sum()
    {
        await _register.Do(TestRegister.Set("a", "first"));
        var manifest = Make(File1);
        foreach (var false_one in new[] { manifest with { Entry = 7 }, manifest with { Hash = new string('0', 64) } })
        {
            await File.WriteAllBytesAsync(Manifest.PathOf(File1), false_one.ToBytes());
            Assert.Contains("not the record its manifest speaks of", (await Restore.From(File1, Restored, null, _register.Clock)).Why!.ToString(), StringComparison.Ordinal);
        }
        await File.WriteAllBytesAsync(Manifest.PathOf(File1), (manifest with { Schema = 99 }).ToBytes());
        var newer = await Assert.ThrowsAsync<DatabaseFault>(() => Restore.From(File1, Restored, null, _register.Clock));
        Assert.Contains("made by a newer version of Kept", newer.Words.ToString(), StringComparison.Ordinal);
        await File.WriteAllTextAsync(Manifest.PathOf(File1), "{\"format\":1}");
        Assert.Contains("cannot be read", (await Restore.From(File1, Restored, null, _register.Clock)).Why!.ToString(), StringComparison.Ordinal);
        File.Delete(Manifest.PathOf(File1));
        Assert.Contains("There is no manifest", (await Restore.From(File1, Restored, null, _register.Clock)).Why!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_has_a_database_is_left_alone()
    {
        await _register.Do(TestRegister.Set("a", "first"));
        Make(File1);
        foreach (var there in new[] { Restored, Restored + "-wal" })
        {
            await File.WriteAllTextAsync(there, "mine");
            Assert.Contains("never overwrites", (await Restore.From(File1, Restored, null, _register.Clock)).Why!.ToString(), StringComparison.Ordinal);
            Assert.Equal("mine", await File.ReadAllTextAsync(there));
            File.Delete(there);
        }
    }

    [Fact]
    public async Task What_was_erased_after_an_older_backup_is_erased_again_by_the_manifest_of_a_later_one()
    {
        await _register.Do(TestRegister.Set("a", "words that must go"), TestRegister.Set("b", "words that stay"));
        Make(File1);
        await _register.Do(TestRegister.Set("c", "came later"));
        await _register.Do(Write.Redact(TestRegister.Key("a"), 1, null), Write.Redact(TestRegister.Key("c"), 3, null));
        var later = Make(_folder.File("two.db"));

        var (plain, _) = await Restore.From(File1, Restored, null, _register.Clock);
        Assert.Equal(0, plain!.ErasedAgain);
        Assert.Contains("words that must go", Latin(await File.ReadAllBytesAsync(Restored)), StringComparison.Ordinal);
        File.Delete(Restored);

        var (done, _) = await Restore.From(File1, Restored, later, _register.Clock);
        Assert.Equal((1, 3), (done!.ErasedAgain, done.Found.Entry));
        Assert.True(done.Found.IsWhole);
        var bytes = Latin(await File.ReadAllBytesAsync(Restored));
        Assert.DoesNotContain("words that must go", bytes, StringComparison.Ordinal);
        Assert.Contains("words that stay", bytes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_and_a_reply_that_were_erased_after_an_older_backup_are_erased_again()
    {
        await Privately(async w =>
        {
            w.Users.Add(new Account { UserName = "ann@example.org", NormalizedUserName = "ANN@EXAMPLE.ORG", Email = "ann@example.org", Name = "Ann Who Goes" });
            w.Users.Add(new Account { UserName = "bob@example.org", NormalizedUserName = "BOB@EXAMPLE.ORG", Email = "bob@example.org", Name = "Bob Who Stays" });
            w.Questionnaires.Add(new() { Id = "any", Title = "Any", Made = _register.Clock.GetUtcNow(), MadeBy = "somebody" });
            await w.Replies.AddAsync(new Reply { Id = "the-reply", QuestionnaireId = "any", Made = _register.Clock.GetUtcNow(), Saved = _register.Clock.GetUtcNow(), Ends = _register.Clock.GetUtcNow(), Answers = new Dictionary<string, Given> { ["q"] = new(["Words that go"]) } });
        });
        Make(File1);
        await Privately(async w =>
        {
            Assert.Null(await OnePerson.Erase(w, (await w.Users.SingleAsync(a => a.Name == "Ann Who Goes")).Id, _register.Clock.GetUtcNow()));
            (await w.Replies.SingleAsync()).Erased = _register.Clock.GetUtcNow();
        });
        var later = Make(_folder.File("two.db"));
        Assert.Equal(2, later.Forgotten.Count);

        var (done, _) = await Restore.From(File1, Restored, later, _register.Clock);
        Assert.Equal(2, done!.ForgottenAgain);
        var bytes = Latin(await File.ReadAllBytesAsync(Restored));
        Assert.DoesNotContain("Ann Who Goes", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("Words that go", bytes, StringComparison.Ordinal);
        Assert.Contains("Bob Who Stays", bytes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_sender_took_back_after_an_older_backup_is_taken_back_again()
    {
        var (before, after, now) = (_register.Clock.GetUtcNow().AddDays(-2), _register.Clock.GetUtcNow().AddDays(-1), _register.Clock.GetUtcNow());
        Reply Sent(string id) => new() { Id = id, QuestionnaireId = "any", Made = before, Saved = before, Ends = now, Sent = before, MayBeUsed = true, MayBePublished = true };
        Contribution Waits(string key, string? into, string words) => new()
        {
            FormKey = key,
            Id = key,
            Kind = ContributionKind.Answers,
            State = into is null ? ContributionState.Received : ContributionState.Merged,
            MergedInto = into,
            Body = "",
            Title = "Any",
            Told = new() { Words = words },
            Author = ChangeAgreement.Sender,
            Provenance = Provenance.Web,
            Made = before,
            Sent = before,
        };
        await Privately(w =>
        {
            w.Questionnaires.Add(new() { Id = "any", Title = "Any", Made = before, MadeBy = "somebody" });
            w.Replies.AddRange(Sent("less"), Sent("stays"), Sent("more"));
            w.Contributions.AddRange(Waits("stays", null, "Yesterday went well.\n\nYes"), Waits("less", "stays", "Yes"), Waits("more", null, "More."));
            return Task.CompletedTask;
        });
        Make(File1);
        await Privately(async w =>
        {
            var less = await w.Replies.SingleAsync(r => r.Id == "less");
            (less.MayBePublished, less.Agreed) = (false, after);
            var more = await w.Replies.SingleAsync(r => r.Id == "more");
            more.Agreed = after;
        });
        var later = Make(_folder.File("two.db"));
        Assert.Equal([new AgreedLess("less", true, false, after)], later.Agreed);
        // As it stands in its file, and comes from there.
        later = Manifest.Read(Manifest.PathOf(_folder.File("two.db"))).Read!;

        var (done, _) = await Restore.From(File1, Restored, later, _register.Clock);
        Assert.Equal(1, done!.AgreedAgain);
        using var store = SqliteStore.Open(Restored);
        var workroom = WorkroomDatabase.InFile(Restored, store.Gate);
        var replies = await workroom.Read(w => w.Replies.ToDictionaryAsync(r => r.Id, r => (r.MayBeUsed, r.MayBePublished)));
        Assert.Equal(((true, false), (true, true), (true, true)), (replies["less"], replies["stays"], replies["more"]));
        var contributions = await workroom.Read(w => w.Contributions.ToDictionaryAsync(c => c.FormKey, c => (c.State, c.Told.Words)));
        Assert.Equal(((ContributionState.Withdrawn, "Yes"), (ContributionState.Received, "Yesterday went well."), (ContributionState.Received, "More.")), (contributions["less"], contributions["stays"], contributions["more"]));
        Assert.Equal(ReplyDeed.Agreed, (await workroom.Read(w => w.ReplySteps.SingleAsync())).What);
    }

    private async Task Privately(Func<WorkroomContext, Task> change)
    {
        var workroom = WorkroomDatabase.InFile(_register.Path, new OneWriter());
        await workroom.Ready();
        await workroom.Write(change);
    }

    [Fact]
    public async Task The_manifest_of_another_record_erases_nothing()
    {
        await _register.Do(TestRegister.Set("a", "words that stay"));
        var other = Make(File1) with { Erased = [new(1, new string('0', 64))] };
        Assert.Contains("of another record", (await Restore.From(File1, Restored, other, _register.Clock)).Why!.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Restored));
    }

    private Manifest Make(string file) => Backup.Make(_register.Path, file, _register.Clock, "0.1.0").Made!;

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    private static IEnumerable<string> Violations(SqliteStore store)
    {
        using var command = store.Connection.CreateCommand();
        command.CommandText = "pragma foreign_key_check";
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return reader.GetString(0);
    }
}
