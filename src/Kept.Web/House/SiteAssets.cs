using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace Kept.Web.House;

/// <summary>The styles, script, fonts and icon, held in memory and compressed once. Their addresses carry a hash, so browsers may keep them for a year.</summary>
public sealed class SiteAssets
{
    private const string Prefix = "assets/";
    private static readonly FileExtensionContentTypeProvider Types = new();
    private readonly FrozenDictionary<string, Asset> _byName = Load();

    private sealed record Asset(byte[] Plain, byte[]? Brotli, string Type, string Hash);

    /// <summary>The address of an asset, such as "kept.css".</summary>
    public string Url(string name) => $"/assets/{name}?v={_byName[name].Hash}";

    public bool Has(string name) => _byName.ContainsKey(name);

    public async Task Serve(HttpContext http, string name)
    {
        if (!_byName.TryGetValue(name, out var asset))
        {
            await new ProblemResult(Problem.NoSuchPage()).ExecuteAsync(http);
            return;
        }
        var response = http.Response;
        response.ContentType = asset.Type;
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.CacheControl = http.Request.Query["v"] == asset.Hash ? "public, max-age=31536000, immutable" : "public, max-age=3600";
        var bytes = asset.Plain;
        if (asset.Brotli is not null && http.Request.Headers.AcceptEncoding.ToString().Split(',').Any(e => e.Trim() == "br"))
        {
            response.Headers.ContentEncoding = "br";
            bytes = asset.Brotli;
        }
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        var assembly = typeof(SiteAssets).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(n => n[Prefix.Length..], n =>
        {
            using var stream = assembly.GetManifestResourceStream(n)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return new Asset(bytes, n.EndsWith(".woff2", StringComparison.Ordinal) ? null : Compress(bytes), TypeOf(n), Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
        }, StringComparer.Ordinal);
    }

    private static string TypeOf(string name)
    {
        var type = Types.TryGetContentType(name, out var known) ? known : "application/octet-stream";
        return type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var to = new MemoryStream();
        using (var brotli = new BrotliStream(to, CompressionLevel.Optimal, leaveOpen: true)) brotli.Write(bytes);
        return to.ToArray();
    }
}
