using System.Text;
using Kept.Core.Records;

namespace Kept.Core.Tests.Records;

public sealed class HashTests
{
    // sha256sum of these very bytes, made outside .NET.
    private const string FirstHead =
        """{"by":"operator","effective":"2021-03-31","item":"5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8","kind":"set","number":1,"prev":"0000000000000000000000000000000000000000000000000000000000000000","record":"commitment/support-c1","recorded":"2026-11-21T12:00:00.000001Z","version":1}""";
    private const string FirstHash = "e640ae6025e8978679c888b20b83ad67b1d671cac077f786c305fc3bda68e44b";

    private static readonly DateTimeOffset Noon = new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero).AddMicroseconds(1);

    private static Entry First => Entry.Seal(
        1, EntryKind.Set, new("commitment", "support-c1"), 1, new(2021, 3, 31), Noon, "operator",
        "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8", Entry.NoPrev);

    [Fact]
    public void An_entry_hashes_the_canonical_json_of_its_head()
    {
        Assert.Equal(FirstHead, Encoding.UTF8.GetString(First.Head()));
        Assert.Equal(FirstHash, First.Hash);
    }

    [Fact]
    public void An_instant_of_another_offset_hashes_alike()
    {
        var elsewhere = Entry.Seal(1, EntryKind.Set, First.Record, 1, First.Effective, Noon.ToOffset(TimeSpan.FromHours(-5)), "operator", First.Item, First.Prev);
        Assert.Equal(FirstHash, elsewhere.Hash);
    }

    [Fact]
    public void An_item_hashes_its_salt_and_then_its_body()
    {
        byte[] salt = [.. Enumerable.Range(0, 16).Select(i => (byte)i)];
        Assert.Equal("d7bb049e624c22142c29fd578469d5aa55a0bcd9256a261376f371113c7e9235", Item.HashOf(salt, """{"record":{"title":"é"},"via":"load","why":"w"}"""u8));
    }

    [Fact]
    public void Equal_bodies_have_different_salts_and_so_different_hashes()
    {
        var items = Enumerable.Range(0, 100).Select(_ => Item.New("{}"u8.ToArray())).ToList();
        Assert.Equal(100, items.Select(i => i.Hash).Distinct().Count());
        Assert.All(items, i => Assert.Equal(16, i.Salt.Length));
        Assert.All(items, i => Assert.Equal(i.Hash, Item.HashOf(i.Salt.Span, i.Body.Span)));
    }

    [Fact]
    public void Every_part_of_a_head_is_in_its_hash()
    {
        var e = First;
        Entry[] others =
        [
            e with { Number = 2 }, e with { Kind = EntryKind.Delete }, e with { Kind = EntryKind.Correct }, e with { Kind = EntryKind.Redact },
            e with { Record = new("commitment", "support-c2") }, e with { Record = new("link", "support-c1") }, e with { Version = 2 },
            e with { Effective = e.Effective.AddDays(1) }, e with { Recorded = e.Recorded.AddMicroseconds(1) }, e with { By = "operator2" },
            e with { Item = Entry.NoPrev }, e with { Prev = e.Item },
        ];
        Assert.All(others, o => Assert.NotEqual(FirstHash, o.ComputeHash()));
        Assert.Equal(others.Length, others.Select(o => o.ComputeHash()).Distinct().Count());
    }
}
