using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Kept.Core.Feedback.Files;

namespace Kept.Core.Tests.Feedback;

/// <summary>What is taken of a file, what is taken out of it, and what is refused.</summary>
public sealed class FileTests
{
    private static readonly byte[] PngHead = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    [Fact]
    public void A_picture_loses_where_and_with_what_it_was_taken()
    {
        var png = Png(640, 480, ("tEXt", "Author\0Somebody"u8.ToArray()), ("eXIf", "55.95 North"u8.ToArray()), ("IDAT", [1, 2, 3]));
        var kept = Take("photo.png", png);
        Assert.DoesNotContain("Somebody", Latin(kept), StringComparison.Ordinal);
        Assert.DoesNotContain("55.95", Latin(kept), StringComparison.Ordinal);
        Assert.Contains("IDAT", Latin(kept), StringComparison.Ordinal);
        var jpeg = Take("photo.JPG", Jpeg(640, 480, orientation: 6, "GPS 55.95 North"));
        Assert.DoesNotContain("55.95", Latin(jpeg), StringComparison.Ordinal);
        Assert.DoesNotContain("behind", Latin(jpeg), StringComparison.Ordinal);
        Assert.Contains("pixels", Latin(jpeg), StringComparison.Ordinal);
        // How it was held stays, and nothing else of it.
        Assert.Equal(6, jpeg[jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x01, 0x12, 0, 3]) + 9]);
        Assert.Equal(jpeg, Take("again.jpg", jpeg));
    }

    [Fact]
    public void Office_documents_are_told_by_what_is_in_them()
    {
        Assert.Equal("docx", Kind("a.docx", Zip(("[Content_Types].xml", "x"), ("word/document.xml", "x"))));
        Assert.Equal("xlsx", Kind("a.xlsx", Zip(("[Content_Types].xml", "x"), ("xl/workbook.xml", "x"))));
        Assert.Equal("odt", Kind("a.odt", Zip(("mimetype", "application/vnd.oasis.opendocument.text"))));
        Assert.Equal("pdf", Kind("a.pdf", "%PDF-1.7 and more"u8.ToArray()));
        Assert.Equal("txt", Kind("a.csv", "a,b\r\nå,é"u8.ToArray()));
    }

    public static TheoryData<string, byte[]> Refused() => new()
    {
        { "empty.txt", [] },
        { "program.exe", "MZ\0\0"u8.ToArray() },
        { "page.txt", "  <html><script>alert(1)</script>"u8.ToArray() },
        { "drawing.txt", "<svg onload='x'>"u8.ToArray() },
        { "wrong.pdf", "plain words"u8.ToArray() },
        { "latin.txt", [0x66, 0xFC, 0x72] },
        { "macro.docx", Zip(("[Content_Types].xml", "x"), ("word/document.xml", "x"), ("word/vbaProject.bin", "x")) },
        { "climbs.docx", Zip(("[Content_Types].xml", "x"), ("word/document.xml", "x"), ("../../etc/passwd", "x")) },
        { "bomb.docx", Zip(("[Content_Types].xml", "x"), ("word/document.xml", new string('0', 2_000_000))) },
        { "many.docx", Zip([("[Content_Types].xml", "x"), ("word/document.xml", "x"), .. Enumerable.Range(0, 1001).Select(n => ($"e{n}", "x"))]) },
        { "some.zip", Zip(("a.txt", "x")) },
        { "huge.png", Png(50_000, 50_000, ("IDAT", [1])) },
        { "cut.png", [.. PngHead, 0, 0, 1] },
        { "cut.jpg", [0xFF, 0xD8, 0xFF, 0xE1, 0xFF] },
        { "unsized.jpg", [0xFF, 0xD8, 0xFF, 0xDA, 0, 4, 1, 1, 0xFF, 0xD9] },
        { "large.txt", Encoding.ASCII.GetBytes(new string('a', Attachment.MostBytes + 1)) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_not_taken_is_refused_in_words(string name, byte[] bytes)
    {
        var (taken, refusal) = CheckFile.Of(name, bytes);
        Assert.Null(taken);
        Assert.Contains("was not kept", refusal!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../notes.txt", "notes.txt")]
    [InlineData("C:\\Users\\me\\notes.txt", "notes.txt")]
    [InlineData("a\u202Etxt.exe.txt", "atxt.exe.txt")]
    [InlineData("line\nbreak\0.txt", "linebreak.txt")]
    [InlineData("", "file.txt")]
    public void A_name_is_only_a_name(string given, string kept) => Assert.Equal(kept, CheckFile.Of(given, "words"u8.ToArray()).Taken!.Name);

    [Fact]
    public void A_very_long_name_is_cut_before_its_ending() =>
        Assert.Equal((120, ".txt"), (CheckFile.Of(new string('n', 500) + ".txt", "words"u8.ToArray()).Taken!.Name.Length, CheckFile.Of(new string('n', 500) + ".txt", "words"u8.ToArray()).Taken!.Name[^4..]));

    [Fact]
    public void Ten_thousand_damaged_files_are_refused_or_taken_and_never_a_fault()
    {
        byte[][] good = [Png(64, 64, ("IDAT", [1, 2, 3])), Jpeg(64, 64, 3, "GPS"), Zip(("[Content_Types].xml", "x"), ("word/document.xml", "words")), "%PDF-1.7"u8.ToArray(), "words"u8.ToArray()];
        var random = new Random(20261122);
        var taken = 0;
        for (var n = 0; n < 10_000; n++)
        {
            var bytes = good[n % good.Length].ToArray();
            for (var flips = random.Next(1, 6); flips > 0; flips--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (random.Next(4) == 0) bytes = bytes[..random.Next(bytes.Length)];
            if (CheckFile.Of("any" + FileKind.All[n % FileKind.All.Count].Extensions[0], bytes).Taken is not null) taken++;
        }
        Assert.InRange(taken, 1, 9_999);
    }

    private static string Kind(string name, byte[] bytes) => CheckFile.Of(name, bytes).Taken!.Kind.Id;

    private static byte[] Take(string name, byte[] bytes) => CheckFile.Of(name, bytes) is { Taken: { } taken } ? taken.Bytes : throw new InvalidOperationException(CheckFile.Of(name, bytes).Refusal!.ToString());

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    private static byte[] Png(uint width, uint height, params (string Name, byte[] Data)[] chunks)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(head, width);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(4), height);
        return [.. PngHead, .. chunks.Prepend(("IHDR", head)).Append(("IEND", [])).SelectMany(c => (byte[])[.. Big((uint)c.Item2.Length), .. Encoding.ASCII.GetBytes(c.Item1), .. c.Item2, 0, 0, 0, 0])];
    }

    private static byte[] Jpeg(ushort width, ushort height, byte orientation, string said)
    {
        byte[] exif = [.. "Exif\0\0II"u8, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(said)];
        return
        [
            0xFF, 0xD8, 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif, 0xFF, 0xFE, 0, 9, .. "comment"u8,
            0xFF, 0xC0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, .. "pixels"u8, 0xFF, 0xD9, .. "behind the end"u8,
        ];
    }

    private static byte[] Big(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(text);
            }
        return bytes.ToArray();
    }
}
