using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Changes;

/// <summary>The feed of changes (Atom, RFC 4287): one entry for each Act, newest first, with the seal of the whole in its subtitle.</summary>
public static class ChangesFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const int MostActs = 50;
    private const int MostSaid = 10;

    public static async Task Answer(HttpContext http, KeptSettings settings)
    {
        var reading = http.Reading();
        var (filter, problem) = ChangeFilter.Read(http.Request.Query, reading.View);
        if (filter is null)
        {
            await new ProblemResult(problem!).ExecuteAsync(http);
            return;
        }
        var title = settings.Title ?? Frame.Programme(reading)?.Title ?? "The record";
        var acts = ActOfChanges.Of(ChangeList.Versions(reading, filter)).Take(MostActs).ToList();
        http.Response.ContentType = "application/atom+xml; charset=utf-8";
        await http.Response.Body.WriteAsync(Write(reading, title, ChangesLinks.Feed + (filter.IsEmpty ? "" : "?" + filter.Query), settings.PublicUrl?.TrimEnd('/') ?? "", acts), http.RequestAborted);
    }

    private static byte[] Write(Reading reading, string title, string self, string site, IReadOnlyList<ActOfChanges> acts)
    {
        var snapshot = reading.View.Snapshot;
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, "en-GB");
            Text(xml, "id", Urn("feed " + (FirstHash(snapshot) ?? Entry.NoPrev) + self));
            Text(xml, "title", $"What changed: {title}");
            Text(xml, "subtitle", $"One entry for each Act. The record is sealed at entry {snapshot.Number} by {snapshot.Hash}.");
            Text(xml, "updated", Instant(acts.Count > 0 ? acts[0].Recorded : DateTimeOffset.UnixEpoch));
            xml.WriteStartElement("author", Atom);
            Text(xml, "name", title);
            xml.WriteEndElement();
            Link(xml, "self", site + reading.Link(self), "application/atom+xml");
            Link(xml, "alternate", site + reading.Link(ChangesLinks.Changes), "text/html");
            foreach (var act in acts) WriteAct(xml, reading, site, act);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void WriteAct(XmlWriter xml, Reading reading, string site, ActOfChanges act)
    {
        var said = act.Versions.Take(MostSaid).Select(v => ChangeShape.Of(reading.View, v).Words).ToList();
        xml.WriteStartElement("entry", Atom);
        Text(xml, "id", Urn("act " + act.Versions[^1].Entry.Hash));
        Text(xml, "title", act.Versions.Count == 1 ? said[0] : act.Counted);
        Text(xml, "updated", Instant(act.Recorded));
        Text(xml, "published", Instant(act.Recorded));
        Link(xml, "alternate", site + reading.Link(ChangesLinks.Act(act.Entry)), "text/html");
        var more = act.Versions.Count - said.Count;
        Text(xml, "summary", string.Join("\n", new[] { act.Why }.OfType<string>().Concat(said)) + (more > 0 ? $"\nAnd {Words.Counted(more, "more entry", "more entries")}." : ""));
        xml.WriteEndElement();
    }

    // The same for ever, whatever host serves it: 128 bits of a hash in the form that RFC 9562 leaves to the maker.
    private static string Urn(string of)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(of))[..16];
        hash[6] = (byte)(hash[6] & 0x0f | 0x80);
        hash[8] = (byte)(hash[8] & 0x3f | 0x80);
        return "urn:uuid:" + new Guid(hash, bigEndian: true).ToString("D");
    }

    private static string? FirstHash(Snapshot snapshot) =>
        snapshot.Kinds.SelectMany(snapshot.Keys).Select(k => First(snapshot.Newest(k)!).Entry).FirstOrDefault(e => e.Number == 1)?.Hash;

    private static RecordVersion First(RecordVersion version)
    {
        while (version.Previous is { } earlier) version = earlier;
        return version;
    }

    private static string Instant(DateTimeOffset when) => when.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static void Link(XmlWriter xml, string rel, string href, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("href", href);
        xml.WriteAttributeString("type", type);
        xml.WriteEndElement();
    }

    // What no XML may hold, a record may: such a character is left out.
    private static void Text(XmlWriter xml, string name, string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)) clean.Append(rune);
        xml.WriteElementString(name, Atom, clean.ToString());
    }
}
