using System.Text;

namespace Kept.Core.Feedback.Files;

/// <summary>The kinds of file that are taken, told by their content and never by their name alone.</summary>
/// <param name="Id">Such as "pdf".</param>
/// <param name="Words">What people call it.</param>
/// <param name="Type">The media type it is sent with.</param>
public sealed record FileKind(string Id, string Words, string Type, IReadOnlyList<string> Extensions)
{
    private static readonly FileKind Pdf = new("pdf", "PDF", "application/pdf", [".pdf"]);
    private static readonly FileKind Png = new("png", "picture (PNG)", "image/png", [".png"]);
    private static readonly FileKind Jpeg = new("jpeg", "picture (JPEG)", "image/jpeg", [".jpg", ".jpeg"]);
    private static readonly FileKind Docx = new("docx", "Word text", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"]);
    private static readonly FileKind Xlsx = new("xlsx", "Excel table", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"]);
    private static readonly FileKind Odt = new("odt", "OpenDocument text", "application/vnd.oasis.opendocument.text", [".odt"]);
    private static readonly FileKind Ods = new("ods", "OpenDocument table", "application/vnd.oasis.opendocument.spreadsheet", [".ods"]);
    private static readonly FileKind Plain = new("txt", "plain text", "text/plain; charset=utf-8", [".txt", ".md", ".csv"]);

    public static IReadOnlyList<FileKind> All { get; } = [Pdf, Docx, Odt, Xlsx, Ods, Png, Jpeg, Plain];

    public bool IsImage => this == Png || this == Jpeg;

    public bool IsArchive => this == Docx || this == Xlsx || this == Odt || this == Ods;

    /// <summary>The kind of some bytes; null where it is none of those that are taken.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8)) return Pdf;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return Png;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return Jpeg;
        if (bytes.StartsWith("PK\x3\x4"u8)) return OfficeFile.KindOf(bytes) switch { "docx" => Docx, "xlsx" => Xlsx, "odt" => Odt, "ods" => Ods, _ => null };
        return IsText(bytes) ? Plain : null;
    }

    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes.IndexOfAnyInRange((byte)0, (byte)8) >= 0 || bytes.IndexOfAnyInRange((byte)14, (byte)31) >= 0) return false;
        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(bytes);
            // A page of the web, or a drawing that runs script, is text to the eye and a program to a browser.
            var head = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 1024)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
            return !head.StartsWith('<');
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
