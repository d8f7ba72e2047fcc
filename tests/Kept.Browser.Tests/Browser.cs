using Kept.Testing;
using Microsoft.Playwright;

namespace Kept.Browser.Tests;

/// <summary>One Chromium for the whole run, over the shipped site. Each test gets a context of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public TestSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await ShippedSite.Shared;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Flags });
    }

    /// <summary>A page in a fresh context. Requests to any other host fail the test that made them.</summary>
    public async Task<IPage> Open(Action<BrowserNewContextOptions>? set = null)
    {
        var options = new BrowserNewContextOptions { BaseURL = Site.Address.ToString(), ViewportSize = new() { Width = 1280, Height = 900 } };
        set?.Invoke(options);
        var context = await _browser.NewContextAsync(options);
        await context.RouteAsync(url => new Uri(url).Host != "localhost", route =>
        {
            OtherHosts.Add(route.Request.Url);
            return route.AbortAsync();
        });
        context.SetDefaultTimeout(10_000);
        return await context.NewPageAsync();
    }

    /// <summary>A page with no network at all, for files.</summary>
    public async Task<IPage> OpenFiles()
    {
        var context = await _browser.NewContextAsync(new() { Offline = true, ViewportSize = new() { Width = 1280, Height = 900 } });
        context.SetDefaultTimeout(10_000);
        return await context.NewPageAsync();
    }

    /// <summary>Every address on another host that any page asked for.</summary>
    public System.Collections.Concurrent.ConcurrentBag<string> OtherHosts { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Browser>
{
    public const string Name = "browser";
}
