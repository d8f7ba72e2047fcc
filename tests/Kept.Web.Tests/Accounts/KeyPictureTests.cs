using System.Text.RegularExpressions;
using Kept.Core.Accounts;
using Kept.Testing;
using QRCoder;

namespace Kept.Web.Tests.Accounts;

/// <summary>The key of an authenticator as a picture to scan.</summary>
public sealed class KeyPictureTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.WithPeople(TestClock.At(2026, 11, 21));

    [Fact]
    public async Task The_picture_holds_what_the_link_holds_beside_the_key_to_type_and_comes_from_nowhere_else()
    {
        using var administrator = await _site.Member(Role.Administrator);
        using var made = await administrator.Send("/work/people", "/work/people", ("Name", "New Person"), ("Email", "new@example.org"), ("Role", "editor"));
        var word = (await Visitor.Read(made)).QuerySelector(".k-note .k-key")!.TextContent.Split('/')[^1];
        using var visitor = new Visitor(_site);
        using var taken = await visitor.Send($"/account/invitation/{word}", null, ("Password", Members.Password));
        var page = await visitor.Page("/account/second-step");
        var address = page.QuerySelector("a[href^='otpauth:']")!.GetAttribute("href")!;
        Assert.Contains("secret=" + page.QuerySelector(".k-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(), address, StringComparison.Ordinal);

        var picture = page.QuerySelector("svg.k-qr")!;
        Assert.Equal("img", picture.GetAttribute("role"));
        Assert.False(string.IsNullOrWhiteSpace(picture.GetAttribute("aria-label")));
        Assert.Empty(picture.QuerySelectorAll("[style], image, style"));
        Assert.Contains("If you cannot scan it, type this key", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var right = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var drawn = Regex.Matches(picture.QuerySelector("path")!.GetAttribute("d")!, @"M(?<x>\d+) (?<y>\d+)h1v1h-1z", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Select(m => (int.Parse(m.Groups["x"].Value, null), int.Parse(m.Groups["y"].Value, null))).ToHashSet();
        var side = right.ModuleMatrix.Count;
        Assert.Equal($"0 0 {side} {side}", picture.GetAttribute("viewBox"));
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++) Assert.Equal(right.ModuleMatrix[y][x], drawn.Contains((x, y)));
    }

    [Fact]
    public async Task Once_it_is_set_up_it_is_not_shown_again()
    {
        using var editor = await _site.Member(Role.Editor);
        Assert.Null((await editor.Page("/account/second-step")).QuerySelector("svg.k-qr"));
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();
}
