using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Kept.Testing;

/// <summary>Somebody with a browser of their own: its cookies are kept, and forms are sent as they stand on the page.</summary>
public sealed class Visitor : IDisposable
{
    private static readonly HtmlParser Html = new();

    public Visitor(TestSite site) =>
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = site.Address };

    public CookieContainer Cookies { get; } = new();

    public HttpClient Client { get; }

    public Task<HttpResponseMessage> Get(string path) => Client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The page at a path, which must answer as expected.</summary>
    public async Task<IDocument> Page(string path, int expect = 200)
    {
        using var answer = await Get(path);
        return await Read(answer, path, expect);
    }

    /// <summary>Sends a form by itself, with no page before it.</summary>
    public Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields) =>
        Client.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    /// <summary>Opens a page, fills in the form that goes to an address (or back to the page), and sends it with everything else it holds.</summary>
    public async Task<HttpResponseMessage> Send(string page, string? action = null, params (string Name, string Value)[] fields) => await Send(await Page(page), page, action, fields);

    /// <summary>Fills in a form of a page that is open, and sends it.</summary>
    public Task<HttpResponseMessage> Send(IDocument page, string path, string? action, params (string Name, string Value)[] fields)
    {
        var form = page.QuerySelectorAll("main form[method=post]").FirstOrDefault(f => action is null || f.GetAttribute("action") == action)
            ?? throw new InvalidOperationException($"{path} has no form that goes to {action ?? "anywhere"}");
        var given = fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var held = form.QuerySelectorAll("input, textarea, select").Where(f => f.GetAttribute("name") is { Length: > 0 } name && !given.Contains(name) && IsSent(f))
            .Select(f => (f.GetAttribute("name")!, ValueOf(f)));
        return Post(form.GetAttribute("action") is { Length: > 0 } to ? to : path, [.. held, .. fields]);
    }

    /// <summary>The page that an answer holds.</summary>
    public static async Task<IDocument> Read(HttpResponseMessage answer, string path = "the form", int expect = 200)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return (int)answer.StatusCode == expect ? Html.ParseDocument(text)
            : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode} {answer.Headers.Location}, not {expect}");
    }

    private static bool IsSent(IElement field) => field.GetAttribute("type") is not ("checkbox" or "radio") || field.HasAttribute("checked");

    private static string ValueOf(IElement field) => field switch
    {
        AngleSharp.Html.Dom.IHtmlTextAreaElement area => area.Value,
        AngleSharp.Html.Dom.IHtmlSelectElement select => select.Value ?? "",
        _ => field.GetAttribute("value") ?? "",
    };

    public void Dispose() => Client.Dispose();
}
