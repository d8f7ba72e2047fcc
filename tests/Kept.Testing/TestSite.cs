using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Web;
using Kept.Web.House;
using Microsoft.AspNetCore.Builder;

namespace Kept.Testing;

/// <summary>The real site on a real port over a real database in a folder of its own.</summary>
public class TestSite : IAsyncDisposable
{
    private static readonly HtmlParser Html = new();
    private TestDatabase _database = new();
    private WebApplication _app = null!;
    private bool _kept;

    public TestClock Clock { get; private set; } = null!;
    public Register Register { get; private set; } = null!;
    public HttpClient Client { get; private set; } = null!;

    /// <summary>The site's address, ending in a slash; "localhost" so that browsers treat it as a trustworthy place.</summary>
    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    /// <summary>The private half; only of a site that was started with it.</summary>
    public WorkroomDatabase Workroom { get; private set; } = null!;

    public IRegisterStore OpenToRead() => _database.OpenToRead();

    /// <summary>A started site over an empty Register, after <paramref name="fill"/> has written what the test needs.</summary>
    public static async Task<TestSite> Start(TestClock clock, Func<Register, Task>? fill = null, Func<KeptSettings, KeptSettings>? set = null) =>
        await new TestSite().Open(clock, fill, set);

    /// <summary>The same with the private half, so that people can sign in.</summary>
    public static async Task<TestSite> WithPeople(TestClock clock, Func<Register, Task>? fill = null, Func<KeptSettings, KeptSettings>? set = null) =>
        await new TestSite().Open(clock, fill, set, people: true);

    /// <summary>The same over a database that the test goes on with when the site is gone.</summary>
    public static async Task<TestSite> Over(TestDatabase database, TestClock clock, Func<Register, Task> fill)
    {
        var site = new TestSite { _kept = true };
        site._database.Dispose();
        site._database = database;
        return await site.Open(clock, fill, people: true);
    }

    protected async Task<TestSite> Open(TestClock clock, Func<Register, Task>? fill, Func<KeptSettings, KeptSettings>? set = null, bool people = false)
    {
        Clock = clock;
        if (people) await _database.TakeTables();
        var store = _database.Open();
        Register = Register.Open(store, clock);
        if (people) await (Workroom = _database.Workroom(store)).Ready();
        if (fill is not null) await fill(Register);
        // What is accepted is published at once, unless a test is about waiting; and a password is hashed for show.
        var settings = new KeptSettings { WaitMinutes = 0, PasswordRounds = 1, Urls = "http://127.0.0.1:0", Data = _database.Folder, Address = _database.Address };
        _app = KeptSite.Build(set?.Invoke(settings) ?? settings, Register, clock, workroom: people ? Workroom : null);
        await _app.StartAsync();
        Address = new UriBuilder(new Uri(_app.Urls.Single())) { Host = "localhost" }.Uri;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        return this;
    }

    public Task<HttpResponseMessage> Get(string path) => Client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The parsed page at a path, which must answer 200.</summary>
    public async Task<IDocument> Page(string path, int expect = 200)
    {
        using var response = await Get(path);
        var text = await response.Content.ReadAsStringAsync();
        if ((int)response.StatusCode != expect) throw new InvalidOperationException($"{path} answered {(int)response.StatusCode}, not {expect}");
        return Html.ParseDocument(text);
    }

    /// <summary>The JSON at a path.</summary>
    public async Task<JsonElement> Json(string path, int expect = 200)
    {
        using var response = await Get(path);
        var text = await response.Content.ReadAsStringAsync();
        if ((int)response.StatusCode != expect) throw new InvalidOperationException($"{path} answered {(int)response.StatusCode}, not {expect}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The lines of the CSV at a path, header first.</summary>
    public async Task<string[]> Csv(string path)
    {
        using var response = await Get(path);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Stops serving, as a signal would; the Register stays open.</summary>
    public Task Stop() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Client?.Dispose();
        // What works behind the pages ends before the database it works on.
        if (_app is not null) await _app.StopAsync();
        if (_app is not null) await _app.DisposeAsync();
        Register?.Dispose();
        if (!_kept) _database.Dispose();
    }
}
