using System.Net;
using System.Net.Sockets;
using System.Text;
using Kept.Core.Accounts;
using Kept.Testing;
using Microsoft.EntityFrameworkCore;
using static Kept.Testing.FeedbackSamples;

namespace Kept.Web.Tests.Feedback;

/// <summary>Files that come with a contribution: taken, looked at, handed out as downloads to those who decide, and to nobody else.</summary>
public sealed class AttachmentTests : IAsyncLifetime
{
    private readonly Checker _checker = new();
    private TestSite _site = null!;
    private Visitor _contributor = null!;
    private string _path = "";

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), Fill, s => s with { Clamd = $"127.0.0.1:{_checker.Port}", MailPatience = TimeSpan.FromSeconds(2) });
        _contributor = await _site.Member(Role.Contributor, Owner);
        using var sent = await _contributor.Send($"/work/bodies/{Owner}/write/update?about=commitment/families-c1", null, ("Told.Words", "See the file."));
        _path = sent.Headers.Location + "/files";
    }

    [Fact]
    public async Task A_file_is_checked_kept_and_handed_out_as_a_download()
    {
        using var added = await Upload("notes.txt", "The minutes."u8.ToArray());
        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        using var editor = await _site.Member(Role.Editor);
        var page = await editor.Page(_path);
        var link = page.QuerySelector("main .k-rows li a")!;
        Assert.Contains("No virus found", page.QuerySelector("main .k-rows li")!.TextContent, StringComparison.Ordinal);
        using var file = await editor.Get(link.GetAttribute("href")!);
        Assert.Equal("The minutes.", await file.Content.ReadAsStringAsync());
        Assert.Equal(("attachment", "notes.txt"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileName));
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("default-src 'none'", file.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var other = await _site.Member(Role.Contributor, Other);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(link.GetAttribute("href")!)).StatusCode);
        using var nobody = new Visitor(_site);
        Assert.Equal(HttpStatusCode.SeeOther, (await nobody.Get(link.GetAttribute("href")!)).StatusCode);
    }

    [Fact]
    public async Task A_virus_and_a_checker_that_does_not_answer_keep_the_file_out()
    {
        using var found = await Upload("notes.txt", "This one is a VIRUS."u8.ToArray());
        Assert.Contains("virus was found", (await Visitor.Read(found, expect: 422)).QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        _checker.Stalls = true;
        using var unchecked_ = await Upload("notes.txt", "Plain."u8.ToArray());
        Assert.Contains("could not be checked", (await Visitor.Read(unchecked_, expect: 422)).QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        _checker.Dispose();
        using var gone = await Upload("notes.txt", "Plain."u8.ToArray());
        Assert.Contains("could not be checked", (await Visitor.Read(gone, expect: 422)).QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await _site.Workroom.Read(w => w.AttachedBytes.CountAsync()));
    }

    [Fact]
    public async Task Five_files_and_no_more_each_of_them_once()
    {
        for (var n = 0; n < 5; n++) (await Upload($"{n}.txt", Encoding.ASCII.GetBytes($"File {n}"))).Dispose();
        using var again = await Upload("again.txt", "File 0"u8.ToArray());
        var page = await _contributor.Page(_path);
        Assert.Equal(5, page.QuerySelectorAll("main .k-rows li").Length);
        using var away = await _contributor.Send(page, _path, _path + "?handler=TakeAway");
        Assert.Equal((4, 4), (await _site.Workroom.Read(w => w.Attachments.CountAsync()), await _site.Workroom.Read(w => w.AttachedBytes.CountAsync())));
    }

    [Fact]
    public async Task What_is_too_large_or_no_kind_we_take_is_refused_in_words()
    {
        using var kind = await Upload("run.exe", "MZ\0"u8.ToArray());
        Assert.Contains("none of the kinds", (await Visitor.Read(kind, expect: 422)).QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        using var none = await Upload(null, []);
        Assert.Contains("Choose a file", (await Visitor.Read(none, expect: 422)).QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> Upload(string? name, byte[] bytes)
    {
        var page = await _contributor.Page(_path);
        using var form = new MultipartFormDataContent();
        foreach (var field in page.QuerySelectorAll("main form[enctype] input[type=hidden], main form input[name=__RequestVerificationToken]").Take(1)) form.Add(new StringContent(field.GetAttribute("value")!), field.GetAttribute("name")!);
        if (name is not null) form.Add(new ByteArrayContent(bytes), "File", name);
        return await _contributor.Client.PostAsync(new Uri(_path, UriKind.Relative), form);
    }

    public async ValueTask DisposeAsync()
    {
        _contributor.Dispose();
        _checker.Dispose();
        await _site.DisposeAsync();
    }

    /// <summary>Speaks as clamd does: reads a stream in pieces, and says OK, FOUND, or nothing at all.</summary>
    private sealed class Checker : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _end = new();

        public Checker()
        {
            _listener.Start();
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
            _ = Serve();
        }

        public int Port { get; }

        public bool Stalls { get; set; }

        private async Task Serve()
        {
            while (!_end.IsCancellationRequested)
            {
                try
                {
                    using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                    await using var stream = client.GetStream();
                    var text = await Read(stream);
                    if (Stalls) await Task.Delay(Timeout.Infinite, _end.Token);
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(text.Contains("VIRUS", StringComparison.Ordinal) ? "stream: Test FOUND\0" : "stream: OK\0"), _end.Token);
                }
                catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
                {
                    if (_end.IsCancellationRequested) return;
                }
            }
        }

        private static async Task<string> Read(NetworkStream stream)
        {
            var head = new byte["zINSTREAM\0".Length];
            await stream.ReadExactlyAsync(head);
            var text = new StringBuilder();
            var length = new byte[4];
            while (true)
            {
                await stream.ReadExactlyAsync(length);
                var piece = new byte[System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(length)];
                if (piece.Length == 0) return text.ToString();
                await stream.ReadExactlyAsync(piece);
                text.Append(Encoding.Latin1.GetString(piece));
            }
        }

        public void Dispose()
        {
            if (_end.IsCancellationRequested) return;
            _end.Cancel();
            _listener.Stop();
        }
    }
}
