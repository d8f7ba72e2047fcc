using System.Globalization;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Testing;
using Microsoft.Data.Sqlite;

namespace Kept.Core.Tests.Records;

public sealed class TamperTests(ChainOfThirty chain) : IClassFixture<ChainOfThirty>
{
    /// <summary>Ways to alter a value of each column, so that it stays of its type.</summary>
    private static readonly Dictionary<string, string[]> Ways = new(StringComparer.Ordinal)
    {
        ["integer"] = ["{0} + 1000", "{0} + 4294967296", "-{0}"],
        ["text"] = ["{0} || 'x'", "{0} || char(0)", "substr({0}, 2)", "' ' || {0}", "'x' || substr({0}, 2)"],
        ["blob"] = ["cast({0} || x'00' as blob)", "zeroblob(length({0}) + 1)", "x'61'"],
    };

    public static TheoryData<string, string, string> Columns()
    {
        using var memory = new SqliteConnection("Data Source=:memory:");
        memory.Open();
        foreach (var name in typeof(SqliteStore).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("Kept.Core.Records.Sqlite.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var script = new StreamReader(typeof(SqliteStore).Assembly.GetManifestResourceStream(name)!);
            SqliteFile.Run(memory, script.ReadToEnd());
        }
        using var command = memory.CreateCommand();
        command.CommandText = "select m.name, i.name, lower(i.type) from sqlite_master m, pragma_table_info(m.name) i where m.type = 'table'";
        using var reader = command.ExecuteReader();
        var columns = new TheoryData<string, string, string>();
        while (reader.Read()) columns.Add(reader.GetString(0), reader.GetString(1), reader.GetString(2));
        return columns;
    }

    [Fact]
    public void The_chain_is_whole_before_anybody_touches_it()
    {
        Assert.Equal($"ok 30 {chain.Head.Hash}", ChainOfThirty.Verify(chain.Copy(), chain.Head).ToString());
        Assert.Equal(14, Columns().Count);
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void Any_value_that_was_altered_is_found_in_every_row(string table, string column, string type)
    {
        var unseen = new List<string>();
        var same = 0;
        var key = table == "entry" ? "number" : "hash";
        foreach (var (way, row) in from way in Ways[type] from row in Enumerable.Range(0, 30) select (way, row))
        {
            var altered = string.Format(CultureInfo.InvariantCulture, way, $"\"{column}\"");
            var path = chain.Copy($"update {table} set \"{column}\" = {altered} where {key} = (select {key} from {table} order by {key} limit 1 offset {row})");
            // Nothing can be taken from the body of a redacted item.
            if (ChainOfThirty.ContentOrFault(path) == chain.Content) same++;
            else if (ChainOfThirty.Verify(path).IsWhole) unseen.Add($"{way} in row {row}");
            File.Delete(path);
        }
        Assert.Empty(unseen);
        Assert.InRange(same, 0, column == "body" ? 2 : 0);
    }

    [Theory]
    [InlineData("delete from entry where number = 1", "broken at 2: entry 1 is missing")]
    [InlineData("delete from entry where number = 17", "broken at 18: entry 17 is missing")]
    [InlineData("delete from item where hash = (select item from entry where number = 9)", "broken at 9: its item is missing")]
    [InlineData("delete from item where hash = (select item from entry where number = 30)", "broken at 30: its item is missing")]
    [InlineData("update item set body = '', salt = x'' where hash = (select item from entry where number = 9)", "broken at 9: its body was erased and no later entry says so")]
    [InlineData("update item set body = '', salt = x'' where hash = (select item from entry where number = 30)", "broken at 30: its body was erased and no later entry says so")]
    [InlineData("update item set body = '', salt = x'' where hash = (select item from entry where number = 26)", "broken at 3: its body was erased and no later entry says so")]
    [InlineData("update item set body = '' where hash = (select item from entry where number = 9)", "broken at 9: its body was erased but not its salt")]
    [InlineData("update entry set number = number + 100 where number = 7; update entry set number = 7 where number = 8; update entry set number = 8 where number = 107", "broken at 7: it does not follow from the entry before it")]
    [InlineData("delete from entry; delete from item", "ok 0 0000000000000000000000000000000000000000000000000000000000000000")]
    public void What_was_taken_out_or_exchanged_is_said(string sql, string found) =>
        Assert.Equal(found, ChainOfThirty.Verify(chain.Copy(sql)).ToString());

    [Theory]
    [InlineData(29)]
    [InlineData(12)]
    [InlineData(0)]
    public void A_tail_that_was_cut_off_is_found_only_by_the_published_head(int left)
    {
        var number = left.ToString(CultureInfo.InvariantCulture);
        // Without the later half the two redactions are gone as well, so the bodies they speak of go with them.
        var path = chain.Copy($"delete from item where hash in (select item from entry where number > {number}); delete from entry where number > {number}");
        var bare = ChainOfThirty.Verify(path);
        Assert.Equal(left >= 27 || left < 3, bare.IsWhole);
        Assert.Equal(left == 12 ? 3 : left, bare.Entry);
        if (bare.IsWhole) Assert.Equal($"broken at {left + 1}: the record ends before it, but entry 30 was published", ChainOfThirty.Verify(path, chain.Head).ToString());
    }

    [Fact]
    public void A_chain_written_anew_with_other_words_is_found_only_by_the_published_head()
    {
        var path = Rewritten(body => body.Replace("words 4", "other words 4", StringComparison.Ordinal));
        var bare = ChainOfThirty.Verify(path);
        Assert.True(bare.IsWhole);
        Assert.NotEqual(chain.Head.Hash, bare.Hash);
        Assert.Equal("broken at 30: its hash is not the one that was published", ChainOfThirty.Verify(path, chain.Head).ToString());
    }

    [Fact]
    public void A_head_in_capitals_is_the_same_head() =>
        Assert.True(ChainOfThirty.Verify(chain.Copy(), (30, chain.Head.Hash.ToUpperInvariant())).IsWhole);

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("{}{}")]
    [InlineData("""{"redacts":"x"}""")]
    [InlineData("""{"redacts":1.5}""")]
    [InlineData("""{"redacts":99999999999999999999}""")]
    [InlineData("""{"redacts":1}""")]
    [InlineData("""{"why":7}""")]
    [InlineData("""{"record":""")]
    [InlineData("""{"why":"\ud800"}""")]
    public void A_body_that_no_item_can_have_is_said_though_all_its_hashes_fit(string body)
    {
        var path = Rewritten(old => old.Contains("words 4", StringComparison.Ordinal) ? body : old);
        Assert.StartsWith("broken at 9: ", ChainOfThirty.Verify(path).ToString(), StringComparison.Ordinal);
        using var store = SqliteStore.Open(path);
        Assert.Equal(9, Assert.Throws<BrokenRegisterException>(() => Register.Open(store, TestClock.At(2026, 11, 21))).Found.Entry);
    }

    [Theory]
    [InlineData("""{"record":{"title":1},"via":"v","why":"w"}""")]
    [InlineData("""{"record":{"kind":"report"},"via":"v","why":"w"}""")]
    [InlineData("""{"record":[],"via":"v","why":"w"}""")]
    public void A_body_of_another_shape_verifies_and_is_refused_with_the_entry_named(string body)
    {
        var path = Rewritten(old => old.Contains("words 4", StringComparison.Ordinal) ? body : old);
        Assert.True(ChainOfThirty.Verify(path).IsWhole);
        using var store = SqliteStore.Open(path);
        var fault = Assert.Throws<DatabaseFault>(() => Register.Open(store, TestClock.At(2026, 11, 21)));
        Assert.StartsWith("Entry 9, source/r4, does not fit what this version of Kept knows", fault.Words.ToString(), StringComparison.Ordinal);
    }

    // What an owner of the file could do with some patience: every body changed, every hash made new.
    private string Rewritten(Func<string, string> change)
    {
        var path = chain.Copy("delete from entry where number < 0");
        List<(Entry Entry, Item Item)> rows;
        using (var store = SqliteStore.OpenToRead(path)) rows = [.. store.Read(0)];
        var prev = Entry.NoPrev;
        var anew = new List<(Entry, Item)>();
        foreach (var (e, item) in rows)
        {
            var other = item.IsRedacted ? item : Item.New(System.Text.Encoding.UTF8.GetBytes(change(System.Text.Encoding.UTF8.GetString(item.Body.Span))));
            var entry = Entry.Seal(e.Number, e.Kind, e.Record, e.Version, e.Effective, e.Recorded, e.By, other.Hash, prev);
            anew.Add((entry, other));
            prev = entry.Hash;
        }
        path = chain.Copy("delete from entry; delete from item");
        using (var store = SqliteStore.Open(path)) store.Commit(0, _ => new(anew, []));
        return path;
    }
}
