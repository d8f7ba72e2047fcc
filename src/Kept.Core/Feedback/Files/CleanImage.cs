using System.Buffers.Binary;

namespace Kept.Core.Feedback.Files;

/// <summary>
/// Takes out of a picture what is not the picture: where and when it was taken, with what, by whom. The parts that draw are copied as
/// they are. How it was held is kept, so that it does not lie on its side.
/// </summary>
internal static class CleanImage
{
    /// <summary>The most points a picture may have: 100 million.</summary>
    private const long MostPoints = 100_000_000;

    private static readonly string[] Drawn = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "sRGB", "sBIT", "pHYs", "bKGD"];

    /// <summary>The picture without its metadata; null where it is damaged or too large to draw.</summary>
    public static byte[]? Png(ReadOnlySpan<byte> bytes)
    {
        using var clean = new MemoryStream();
        clean.Write(bytes[..8]);
        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12) return null;
            var chunk = bytes.Slice(at, 12 + (int)length);
            var name = System.Text.Encoding.ASCII.GetString(chunk.Slice(4, 4));
            if (at == 8 && (name != "IHDR" || length != 13 || !Fits(BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadUInt32BigEndian(chunk[12..])))) return null;
            if (Drawn.Contains(name, StringComparer.Ordinal)) clean.Write(chunk);
            if (name == "IEND") return clean.ToArray();
            at += chunk.Length;
        }
        return null;
    }

    /// <summary>The picture without its metadata; null where it is damaged or too large to draw.</summary>
    public static byte[]? Jpeg(ReadOnlySpan<byte> bytes)
    {
        using var clean = new MemoryStream();
        clean.Write(bytes[..2]);
        var held = 1;
        var sized = false;
        for (var at = 2; at + 4 <= bytes.Length;)
        {
            if (bytes[at] != 0xFF) return null;
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || at + 2 + length > bytes.Length) return null;
            var segment = bytes.Slice(at, 2 + length);
            if (marker == 0xE1) held = Orientation(segment[4..]) ?? held;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (length < 8 || !Fits(BinaryPrimitives.ReadUInt16BigEndian(segment[7..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]))) return null;
                sized = true;
            }
            // The picture itself begins: everything after it belongs to it, up to its end.
            if (marker == 0xDA) return sized ? Ended(clean, bytes[at..], held) : null;
            if (marker is not ((>= 0xE1 and <= 0xED) or 0xEF or 0xFE)) clean.Write(segment);
            at += segment.Length;
        }
        return null;
    }

    private static byte[] Ended(MemoryStream head, ReadOnlySpan<byte> picture, int held)
    {
        var written = head.ToArray();
        using var clean = new MemoryStream();
        clean.Write(written.AsSpan(0, 2));
        if (held != 1) clean.Write(Held(held));
        clean.Write(written.AsSpan(2));
        // Some put a second picture, or words, behind the end.
        var end = LastEnd(picture);
        clean.Write(picture[..end]);
        if (!picture[..end].EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9])) clean.Write([0xFF, 0xD9]);
        return clean.ToArray();
    }

    private static int LastEnd(ReadOnlySpan<byte> picture)
    {
        for (var at = 2; at + 1 < picture.Length; at++)
            if (picture[at] == 0xFF && picture[at + 1] == 0xD9) return at + 2;
        return picture.Length;
    }

    // The one thing of EXIF that the eye needs: a directory with a single entry, the orientation.
    private static byte[] Held(int held) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)held, 0, 0, 0, 0, 0, 0,
    ];

    private static int? Orientation(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < 20 || !exif.StartsWith("Exif\0\0"u8)) return null;
        var tiff = exif[6..];
        var big = tiff.StartsWith("MM"u8);
        if (!big && !tiff.StartsWith("II"u8)) return null;
        var first = Number(tiff, 4, big);
        if (first < 8 || first + 2 > tiff.Length) return null;
        var count = Short(tiff, (int)first, big);
        for (var i = 0; i < count; i++)
        {
            var at = (int)first + 2 + (i * 12);
            if (at + 12 > tiff.Length) return null;
            if (Short(tiff, at, big) == 0x0112) return Short(tiff, at + 8, big) is >= 1 and <= 8 and var held ? held : null;
        }
        return null;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, int at, bool big) => big ? BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]) : BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Number(ReadOnlySpan<byte> bytes, int at, bool big) => big ? BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static bool Fits(long width, long height) => width > 0 && height > 0 && width * height <= MostPoints;
}
