using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Kept.Testing;

namespace Kept.Web.Tests.Nodes;

/// <summary>A real nginx before several nodes, with the settings that docs/operate/nginx.md gives.</summary>
internal sealed class Proxy : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Process _nginx;

    private Proxy(IEnumerable<Uri> nodes)
    {
        Address = new($"http://127.0.0.1:{FreePort()}/");
        var config = _folder.Write("nginx.conf", $$"""
            daemon off; pid {{_folder.File("pid")}}; error_log stderr; worker_processes 1;
            events { worker_connections 512; }
            http {
              access_log off;
              client_body_temp_path {{_folder.Path}}; proxy_temp_path {{_folder.Path}}; fastcgi_temp_path {{_folder.Path}}; uwsgi_temp_path {{_folder.Path}}; scgi_temp_path {{_folder.Path}};
              upstream kept { {{string.Concat(nodes.Select(n => $"server {n.Authority} max_fails=1 fail_timeout=2s; "))}} }
              server {
                listen {{Address.Authority}};
                location / { proxy_pass http://kept; proxy_connect_timeout 1s; proxy_next_upstream error timeout http_502 http_503; proxy_http_version 1.1; proxy_set_header Connection ""; }
              }
            }
            """);
        var start = new ProcessStartInfo("nginx", ["-p", _folder.Path, "-c", config, "-e", "stderr"]) { UseShellExecute = false, RedirectStandardError = true };
        _nginx = Process.Start(start)!;
        _nginx.BeginErrorReadLine();
    }

    internal Uri Address { get; }

    internal static async Task<Proxy> Before(params Uri[] nodes)
    {
        var proxy = new Proxy(nodes);
        using var client = new HttpClient();
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(proxy.Address, "/health/live"), late.Token);
                if (answer.IsSuccessStatusCode) return proxy;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, late.Token);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        _nginx.Kill(entireProcessTree: true);
        await _nginx.WaitForExitAsync();
        _nginx.Dispose();
        _folder.Dispose();
    }
}
