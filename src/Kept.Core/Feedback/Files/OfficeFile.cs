using System.IO.Compression;
using System.Text;

namespace Kept.Core.Feedback.Files;

/// <summary>What can be told of an office document without opening it: its kind, and whether it is a bomb or carries a program.</summary>
internal static class OfficeFile
{
    private const int MostEntries = 1000;
    private const long MostUnpacked = 50L * 1024 * 1024;
    private const int MostRatio = 100;

    /// <summary>docx, xlsx, odt, ods; null for every other archive, a damaged one, or one that is not safe to unpack.</summary>
    public static string? KindOf(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostEntries || zip.Entries.Any(IsOdd) || zip.Entries.Sum(e => e.Length) > MostUnpacked) return null;
            if (zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || e.FullName.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || e.FullName.Contains("/activeX/", StringComparison.OrdinalIgnoreCase))) return null;
            if (zip.GetEntry("mimetype") is { Length: < 100 } said) return Read(said) switch { "application/vnd.oasis.opendocument.text" => "odt", "application/vnd.oasis.opendocument.spreadsheet" => "ods", _ => null };
            if (zip.GetEntry("[Content_Types].xml") is null) return null;
            return zip.GetEntry("word/document.xml") is not null ? "docx" : zip.GetEntry("xl/workbook.xml") is not null ? "xlsx" : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException or EndOfStreamException)
        {
            return null;
        }
    }

    private static bool IsOdd(ZipArchiveEntry entry) =>
        entry.FullName.Contains("..", StringComparison.Ordinal) || entry.FullName.StartsWith('/') || entry.FullName.Contains('\\', StringComparison.Ordinal)
        || entry.IsEncrypted || entry.Length > Math.Max(1, entry.CompressedLength) * MostRatio;

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        var buffer = new char[100];
        return new string(buffer, 0, reader.ReadBlock(buffer)).Trim();
    }
}
