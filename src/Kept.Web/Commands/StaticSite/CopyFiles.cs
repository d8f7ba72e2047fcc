using System.Globalization;
using System.Text;
using Kept.Core.Foundation;

namespace Kept.Web.Commands.StaticSite;

/// <summary>Which file of a copy holds which address. Names hold nothing that a memory stick cannot keep, and differ in more than capitals.</summary>
internal sealed class CopyFiles
{
    private static readonly string[] Data = [".json", ".csv", ".svg", ".atom", ".ics", ".txt", ".css", ".js", ".woff2", ".ico", ".xml"];
    private readonly Dictionary<CopyAddress, string> _files = [];

    internal CopyFiles(IEnumerable<CopyAddress> addresses)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var address in addresses.OrderBy(a => a.Asked, StringComparer.Ordinal))
        {
            var file = Named(address);
            for (var n = 2; !taken.Add(file); n++) file = string.Create(CultureInfo.InvariantCulture, $"{n}~/{Named(address)}");
            _files[address] = file;
        }
    }

    /// <summary>Every address with its file.</summary>
    internal IEnumerable<KeyValuePair<CopyAddress, string>> All => _files;

    /// <summary>The file of an address; null when the copy does not have it.</summary>
    internal string? Of(CopyAddress address) => _files.GetValueOrDefault(address);

    /// <summary>The way from one file of the copy to another.</summary>
    internal static string Way(string from, string to) => string.Concat(Enumerable.Repeat("../", from.Count(c => c == '/'))) + to;

    private static string Named(CopyAddress address)
    {
        var parts = address.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Plain).ToList();
        if (address.At is { } day) parts.InsertRange(0, ["at", Dates.Iso(day)]);
        var extension = parts.Count > 0 ? Path.GetExtension(parts[^1]) : "";
        if (!Data.Contains(extension, StringComparer.Ordinal))
            return string.Join('/', [.. parts, .. address.Asks.Length > 0 ? ["_" + Plain(address.Asks)] : Array.Empty<string>(), "index.html"]);
        if (address.Asks.Length > 0) parts[^1] = $"{parts[^1][..^extension.Length]}_{Plain(address.Asks)}{extension}";
        return string.Join('/', parts);
    }

    private static string Plain(string part)
    {
        var plain = new StringBuilder();
        foreach (var c in Uri.UnescapeDataString(part))
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_') plain.Append(c);
            else if (c is '=' or '&') plain.Append(c == '=' ? '-' : '_');
            else plain.Append(CultureInfo.InvariantCulture, $"~{(int)c:x}");
        return plain.ToString();
    }
}
