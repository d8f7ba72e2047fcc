using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Kept.Core.Keeping;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Core.Tests.Records;
using Kept.Testing;

namespace Kept.Core.Tests.Keeping;

public sealed class ArchiveTests : IDisposable
{
    private readonly TestRegister _register = new(file: true);
    private readonly TempFolder _folder = new();

    private string Folder => _folder.File("archive");

    public void Dispose()
    {
        _register.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_script_on_the_page_finds_a_real_archive_whole()
    {
        await Fill();
        Assert.Equal((0, $"ok 7 {_register.Now.Hash}"), await Script());
        Assert.Equal((0, $"ok 7 {_register.Now.Hash}"), await Script($"7:{_register.Now.Hash}"));
        var script = TheScript().Trim().Split('\n');
        Assert.InRange(script.Length, 1, 30);
        Assert.Equal("import hashlib, json, sys", script[0]);
    }

    [Theory]
    [InlineData("a changed word", "its body was changed")]
    [InlineData("a changed salt", "its body was changed")]
    [InlineData("a changed date", "its own hash does not fit")]
    [InlineData("a changed date, sealed anew", "does not follow")]
    [InlineData("an entry taken out", "does not follow")]
    [InlineData("two entries changed about", "does not follow")]
    [InlineData("an item taken out", "its item is missing")]
    [InlineData("an item put in", "belong to no entry")]
    [InlineData("words erased in silence", "no later entry says so")]
    [InlineData("erased words put back", "which is still there")]
    [InlineData("the tail cut off", "that were published")]
    public async Task The_script_and_the_import_find(string tampering, string found)
    {
        await Fill();
        var head = $"7:{_register.Now.Hash}";
        var (entries, items) = (Lines(Archive.Entries), Lines(Archive.Items));
        switch (tampering)
        {
            case "a changed word": Alter(items, 2, "body", t => t.Replace("third", "thirst", StringComparison.Ordinal)); break;
            case "a changed salt": Alter(items, 2, "salt", t => new string('0', t.Length)); break;
            case "a changed date": Alter(entries, 2, "effective", _ => "2021-04-01"); break;
            case "a changed date, sealed anew": Reseal(entries, 2); break;
            case "an entry taken out": entries.RemoveAt(2); items.RemoveAt(2); break;
            case "two entries changed about": (entries[1], entries[2], items[1], items[2]) = (entries[2], entries[1], items[2], items[1]); break;
            case "an item taken out": items.RemoveAt(2); break;
            case "an item put in": items.Add("""{"body":"{}","hash":"00","salt":"00"}"""); break;
            case "words erased in silence": Alter(items, 2, "body", _ => ""); Alter(items, 2, "salt", _ => ""); break;
            case "erased words put back": PutBack(entries, items); break;
            case "the tail cut off": entries.RemoveAt(6); items.RemoveAt(6); break;
        }
        Put(Archive.Entries, entries);
        Put(Archive.Items, items);
        var (exit, said) = await Script(head);
        Assert.Equal(1, exit);
        Assert.StartsWith("broken at ", said, StringComparison.Ordinal);
        Assert.Contains(found, said, StringComparison.Ordinal);
        if (tampering == "the tail cut off") return;
        using var store = SqliteStore.Open(_folder.File("other.db"));
        Assert.Contains("does not verify", ImportArchive.Into(store, Folder).Why!.ToString(), StringComparison.Ordinal);
        Assert.Empty(store.Read(0));
    }

    [Fact]
    public async Task The_same_record_gives_the_same_bytes_and_comes_back_the_same()
    {
        await Fill();
        using (var store = SqliteStore.Open(_folder.File("other.db")))
        {
            var (done, why) = ImportArchive.Into(store, Folder);
            Assert.Null(why);
            Assert.Equal($"ok 7 {_register.Now.Hash}", done!.ToString());
            Assert.Null(ExportArchive.Write(store, _folder.File("again")).Why);
        }
        foreach (var name in new[] { Archive.Entries, Archive.Items, Archive.ReadMe })
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(Folder, name)), await File.ReadAllBytesAsync(Path.Combine(_folder.File("again"), name)));
        using var register = Register.Open(SqliteStore.Open(_folder.File("other.db")), _register.Clock);
        Assert.Equal(_register.Words("c"), new View(register.Snapshot, new(2026, 11, 21)).Find<Core.Evidence.Source>("c")?.Body.Title);
        Assert.DoesNotContain("to be erased", File.ReadAllText(Path.Combine(Folder, Archive.Items)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_was_stopped_goes_on_and_another_record_is_never_mixed_in()
    {
        await Fill();
        Assert.Contains("another record", await Refuse(_folder.File("mixed.db")), StringComparison.Ordinal);
        using var store = SqliteStore.Open(_folder.File("half.db"));
        store.Commit(0, _ => new([.. Archive.Read(Folder).Take(3)], []));
        for (var i = 0; i < 2; i++) Assert.Equal($"ok 7 {_register.Now.Hash}", ImportArchive.Into(store, Folder).Done!.ToString());
    }

    [Fact]
    public async Task A_folder_that_is_no_whole_archive_or_not_empty_is_said()
    {
        await Fill();
        using var store = SqliteStore.OpenToRead(_register.Path);
        Assert.Contains("is not empty", ExportArchive.Write(store, Folder).Why!.ToString(), StringComparison.Ordinal);
        File.Delete(Path.Combine(Folder, Archive.ReadMe));
        using var other = SqliteStore.Open(_folder.File("other.db"));
        Assert.Contains("has no README.md", ImportArchive.Into(other, Folder).Why!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_in_any_script_and_form_come_out_byte_for_byte()
    {
        var words = "Gàidhlig \"quoted\" \\ back\u2028line \u0001 e\u0301 \U0001F600 </script>";
        await _register.Do(TestRegister.Set("a", words));
        Export();
        using var store = SqliteStore.OpenToRead(_register.Path);
        Assert.Equal(store.Read(0).Single().Item.Body.ToArray(), Archive.Read(Folder).Single().Item.Body.ToArray());
        Assert.Equal((0, $"ok 1 {_register.Now.Hash}"), await Script());
    }

    private async Task<string> Refuse(string database)
    {
        using (var other = Register.Open(SqliteStore.Open(database), _register.Clock))
            await other.AppendAsync(Change.Of(TestRegister.Set("z", "something else")), TestRegister.Act);
        using var store = SqliteStore.OpenToRead(database);
        return ImportArchive.Into(store, Folder).Why!.ToString();
    }

    private async Task Fill()
    {
        await _register.Do(TestRegister.Set("a", "to be erased"), TestRegister.Set("b", "second"));
        await _register.Do(TestRegister.Set("c", "third"), TestRegister.Set("b", "second again"));
        await _register.Do(Write.Redact(TestRegister.Key("a"), 1, null));
        await _register.Do(Write.Delete(TestRegister.Key("b"), new(2022, 1, 1), null), TestRegister.Set("d", "fourth"));
        Export();
    }

    private void Export()
    {
        using var store = SqliteStore.OpenToRead(_register.Path);
        Assert.Null(ExportArchive.Write(store, Folder).Why);
    }

    private List<string> Lines(string name) => [.. File.ReadAllLines(Path.Combine(Folder, name))];

    private void Put(string name, IEnumerable<string> lines) => File.WriteAllText(Path.Combine(Folder, name), string.Concat(lines.Select(l => l + "\n")));

    private static void Alter(List<string> lines, int at, string name, Func<string, string> change)
    {
        var line = JsonNode.Parse(lines[at])!;
        line[name] = change((string)line[name]!);
        lines[at] = line.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private void Reseal(List<string> entries, int at)
    {
        var e = Archive.Read(Folder).ElementAt(at).Entry;
        entries[at] = Encoding.UTF8.GetString(Archive.Line(Entry.Seal(e.Number, e.Kind, e.Record, e.Version, new(2021, 4, 1), e.Recorded, e.By, e.Item, e.Prev)));
    }

    // A whole item of somebody's own in place of the erased one, the entry sealed over it, and every later link as it was.
    private void PutBack(List<string> entries, List<string> items)
    {
        var item = Item.New("""{"record":{"kind":"report","title":"not erased"},"via":"test","why":"w"}"""u8.ToArray());
        var rows = Archive.Read(Folder).ToList();
        var prev = Entry.NoPrev;
        for (var i = 0; i < rows.Count; i++)
        {
            var e = rows[i].Entry;
            var sealedAnew = Entry.Seal(e.Number, e.Kind, e.Record, e.Version, e.Effective, e.Recorded, e.By, i == 0 ? item.Hash : e.Item, prev);
            (entries[i], prev) = (Encoding.UTF8.GetString(Archive.Line(sealedAnew)), sealedAnew.Hash);
        }
        items[0] = Encoding.UTF8.GetString(Archive.Line(item));
    }

    private static string TheScript()
    {
        var page = File.ReadAllText(Repository.At("docs", "data", "archive.md"));
        var start = page.IndexOf("```python\n", StringComparison.Ordinal) + "```python\n".Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private async Task<(int Exit, string Said)> Script(params string[] more)
    {
        var script = _folder.Write("verify.py", TheScript());
        using var python = Process.Start(new ProcessStartInfo("python3", [script, Folder, .. more]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var said = await python.StandardOutput.ReadToEndAsync() + await python.StandardError.ReadToEndAsync();
        await python.WaitForExitAsync();
        return (python.ExitCode, said.Trim());
    }
}
