using System.Security.Cryptography;
using System.Text;
using Kept.Testing;

namespace Kept.Web.Tests.About;

public sealed class SealTests
{
    [Fact]
    public async Task Page_and_data_show_the_head_of_the_register()
    {
        var site = await ShippedSite.Shared;
        var head = site.Register.Snapshot.Head!;
        var seal = await site.Json("/verify.json");
        Assert.Equal(head.Number, seal.GetProperty("entry").GetInt64());
        Assert.Equal(head.Hash, seal.GetProperty("hash").GetString());
        Assert.Contains(head.Hash, (await site.Page("/verify?at=2021-01-01")).QuerySelector(".k-seal")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_worked_entry_gives_the_hashes_the_page_says()
    {
        var site = await ShippedSite.Shared;
        var page = await site.Page("/verify");
        var (commands, seals) = (page.QuerySelectorAll("#example ~ pre").Select(p => p.TextContent).ToList(), page.QuerySelectorAll("#example ~ p .k-seal").Select(s => s.TextContent).ToList());
        var salt = Convert.FromHexString(Between(commands[0], "(printf '", "'; printf").Replace("\\x", "", StringComparison.Ordinal));
        var body = Encoding.UTF8.GetBytes(Between(commands[0], "printf '%s' '", "') | sha256sum"));
        Assert.Equal(seals[0], Convert.ToHexStringLower(SHA256.HashData([.. salt, .. body])));
        Assert.Equal(seals[1], Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Between(commands[1], "printf '%s' '", "' | sha256sum")))));
    }

    [Fact]
    public async Task An_empty_register_has_a_seal_of_noughts_and_no_example()
    {
        await using var site = await TestSite.Start(TestClock.At(2026, 11, 21));
        var page = await site.Page("/verify");
        Assert.Contains(new string('0', 64), page.QuerySelector(".k-seal")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#example"));
        Assert.Equal(0, (await site.Json("/verify.json")).GetProperty("entry").GetInt64());
    }

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
