using System.Diagnostics;
using Kept.Testing;
using Kept.Web.Tests.Commands;

namespace Kept.Web.Tests.Faults;

/// <summary>The pages of a running process, and what it says of its own health.</summary>
internal sealed class Served : IDisposable
{
    private readonly HttpClient _client;

    private Served(HttpClient client) => _client = client;

    internal static async Task<Served> By(Child server) =>
        new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = await server.Address(), Timeout = TimeSpan.FromSeconds(30) });

    internal async Task<int> Status(string path)
    {
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative));
        return (int)answer.StatusCode;
    }

    internal Task<string> Text(string path) => _client.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>One address of every route that anybody may read.</summary>
    internal static async Task<IReadOnlyList<string>> Addresses() =>
        [.. SampleAddresses.All(await ShippedSite.Shared).Select(a => a.Path).Where(p => !p.StartsWith("/health", StringComparison.Ordinal))];

    /// <summary>Every address with the status it answered, asked anew as well as from what is kept.</summary>
    internal async Task<IReadOnlyList<(string Path, int Kept, int Anew)>> All(IEnumerable<string> addresses)
    {
        var all = new List<(string, int, int)>();
        foreach (var path in addresses)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Cookie", "anew=1");
            using var anew = await _client.SendAsync(request);
            all.Add((path, await Status(path), (int)anew.StatusCode));
        }
        return all;
    }

    /// <summary>How long it took until it was ready, or not ready, which must be within so many seconds.</summary>
    internal async Task<TimeSpan> Until(int ready, int seconds)
    {
        var since = Stopwatch.StartNew();
        for (int status; (status = await Status("/health/ready")) != ready; await Task.Delay(50))
            if (since.Elapsed > TimeSpan.FromSeconds(seconds)) Assert.Fail($"/health/ready still said {status}, not {ready}, after {seconds} seconds.");
        Assert.Equal(200, await Status("/health/live"));
        return since.Elapsed;
    }

    public void Dispose() => _client.Dispose();
}
