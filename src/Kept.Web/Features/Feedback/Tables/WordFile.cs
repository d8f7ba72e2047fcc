using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Kept.Core.Foundation;

namespace Kept.Web.Features.Feedback.Tables;

/// <summary>A text of headings and paragraphs that word processors open: the least that the format asks for, so that people go on writing in it.</summary>
public sealed class WordFile
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private readonly List<(string? Style, string Text)> _paragraphs = [];

    public void Heading(int level, string text) => _paragraphs.Add(("Heading" + level.ToString(CultureInfo.InvariantCulture), text));

    public void Paragraph(string text) => _paragraphs.Add((null, text));

    public byte[] Bytes()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", x =>
            {
                x.WriteStartElement("Types", Packages + "content-types");
                Empty(x, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
                Empty(x, "Override", ("PartName", "/word/document.xml"), ("ContentType", Kind + "document.main+xml"));
                Empty(x, "Override", ("PartName", "/word/styles.xml"), ("ContentType", Kind + "styles+xml"));
            });
            Part(zip, "_rels/.rels", x => Relation(x, "officeDocument", "word/document.xml"));
            Part(zip, "word/_rels/document.xml.rels", x => Relation(x, "styles", "styles.xml"));
            Part(zip, "word/styles.xml", Styles);
            Part(zip, "word/document.xml", Document);
        }
        return bytes.ToArray();
    }

    private void Document(XmlWriter x)
    {
        x.WriteStartElement("w", "document", Main);
        x.WriteStartElement("body", Main);
        foreach (var (style, text) in _paragraphs)
        {
            x.WriteStartElement("p", Main);
            if (style is not null)
            {
                x.WriteStartElement("pPr", Main);
                Value(x, "pStyle", style);
                x.WriteEndElement();
            }
            x.WriteStartElement("r", Main);
            x.WriteStartElement("t", Main);
            x.WriteAttributeString("xml", "space", null, "preserve");
            x.WriteString(PlainText.Of(text));
            x.WriteEndElement();
            x.WriteEndElement();
            x.WriteEndElement();
        }
    }

    private static void Styles(XmlWriter x)
    {
        x.WriteStartElement("w", "styles", Main);
        foreach (var (level, size) in new[] { (1, "36"), (2, "28"), (3, "24") })
        {
            x.WriteStartElement("style", Main);
            x.WriteAttributeString("type", Main, "paragraph");
            x.WriteAttributeString("styleId", Main, "Heading" + level.ToString(CultureInfo.InvariantCulture));
            Value(x, "name", "heading " + level.ToString(CultureInfo.InvariantCulture));
            x.WriteStartElement("pPr", Main);
            Value(x, "outlineLvl", (level - 1).ToString(CultureInfo.InvariantCulture));
            x.WriteEndElement();
            x.WriteStartElement("rPr", Main);
            x.WriteElementString("b", Main, null);
            Value(x, "sz", size);
            x.WriteEndElement();
            x.WriteEndElement();
        }
    }

    private static void Relation(XmlWriter x, string kind, string target)
    {
        x.WriteStartElement("Relationships", Packages + "relationships");
        Empty(x, "Relationship", ("Id", "rId1"), ("Type", $"{Office}/{kind}"), ("Target", target));
    }

    private static void Value(XmlWriter x, string name, string value)
    {
        x.WriteStartElement(name, Main);
        x.WriteAttributeString("val", Main, value);
        x.WriteEndElement();
    }

    private static void Empty(XmlWriter x, string name, params (string Name, string Value)[] attributes)
    {
        x.WriteStartElement(name);
        foreach (var (key, value) in attributes) x.WriteAttributeString(key, value);
        x.WriteEndElement();
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        using var stream = zip.CreateEntry(name).Open();
        using var x = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        x.WriteStartDocument(standalone: true);
        write(x);
        x.WriteEndDocument();
    }
}
