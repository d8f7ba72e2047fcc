using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kept.Web.Tests.Programme.Calendar;

/// <summary>One content line of an iCalendar file: name, parameters, value as written.</summary>
internal sealed record IcsLine(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    /// <summary>The value of a TEXT property, unescaped.</summary>
    public string Text => Regex.Replace(Value, @"\\(?<letter>.)", m => m.Groups["letter"].Value is "n" or "N" ? "\n" : m.Groups["letter"].Value, RegexOptions.None, TimeSpan.FromSeconds(1));
}

/// <summary>
/// A reader of iCalendar written from the grammar of RFC 5545 sections 3.1 to 3.6 and nothing of Kept's. It refuses what the
/// grammar has no place for, so that a file it takes is one a strict client takes.
/// </summary>
internal sealed partial class StrictCalendar
{
    private static readonly string[] TextProperties = ["SUMMARY", "DESCRIPTION", "NAME", "X-WR-CALNAME", "X-WR-CALDESC", "UID", "PRODID"];
    private static readonly string[] OnceInEvent = ["UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "SEQUENCE", "LAST-MODIFIED", "URL", "TRANSP", "STATUS"];

    public List<IcsLine> Properties { get; } = [];
    public List<List<IcsLine>> Events { get; } = [];

    public string Of(string name) => Properties.Single(p => p.Name == name).Value;

    public static StrictCalendar Read(byte[] file)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file);
        Refuse(file.AsSpan().StartsWith(Encoding.UTF8.Preamble), "a mark before the first line");
        Refuse(!text.EndsWith("\r\n", StringComparison.Ordinal), "no CRLF at the end");
        Refuse(LoneBreak().IsMatch(text), "a CR or LF alone");
        foreach (var physical in text.Split("\r\n")) Refuse(Encoding.UTF8.GetByteCount(physical) > 75, $"more than 75 octets: {physical}");
        // Unfolding is of octets: a cut letter would have failed as UTF-8 above only once put together, so the pieces are checked too.
        foreach (var piece in text.Split("\r\n")) Refuse(piece.Length > 0 && char.IsLowSurrogate(piece[0]), "a letter cut in two");
        var calendar = new StrictCalendar();
        calendar.Take([.. text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")[..^1].Select(Line)]);
        return calendar;
    }

    private void Take(List<IcsLine> lines)
    {
        Refuse(lines is not [{ Name: "BEGIN", Value: "VCALENDAR" }, .., { Name: "END", Value: "VCALENDAR" }], "not one VCALENDAR");
        List<IcsLine>? current = null;
        foreach (var line in lines[1..^1])
        {
            switch (line)
            {
                case { Name: "BEGIN" }:
                    Refuse(line.Value != "VEVENT" || current is not null, $"BEGIN:{line.Value} where it may not stand");
                    current = [];
                    break;
                case { Name: "END" }:
                    Refuse(line.Value != "VEVENT" || current is null, $"END:{line.Value} where it may not stand");
                    CheckEvent(current!);
                    Events.Add(current!);
                    current = null;
                    break;
                default:
                    Refuse(current is null && Events.Count > 0, "a property of the calendar after a component");
                    Check(line);
                    (current ?? Properties).Add(line);
                    break;
            }
        }
        Refuse(current is not null, "an event without END");
        foreach (var once in new[] { "PRODID", "VERSION" }) Refuse(Properties.Count(p => p.Name == once) != 1, $"{once} not once");
        Refuse(Of("VERSION") != "2.0", "another version");
        Refuse(Events.Select(e => e.Single(p => p.Name == "UID").Value).Distinct(StringComparer.Ordinal).Count() != Events.Count, "a UID twice");
    }

    private static void CheckEvent(List<IcsLine> lines)
    {
        foreach (var must in new[] { "UID", "DTSTAMP", "DTSTART" }) Refuse(lines.Count(l => l.Name == must) != 1, $"{must} not once in an event");
        foreach (var once in OnceInEvent) Refuse(lines.Count(l => l.Name == once) > 1, $"{once} more than once in an event");
    }

    private static void Check(IcsLine line)
    {
        var date = line.Parameters.GetValueOrDefault("VALUE") == "DATE";
        if (line.Name is "DTSTAMP" or "LAST-MODIFIED") Refuse(!Moment(line.Value), $"no UTC date-time: {line.Value}");
        if (line.Name == "DTSTART") Refuse(!date || !DateOnly.TryParseExact(line.Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), $"no date: {line.Value}");
        if (line.Name == "SEQUENCE") Refuse(!uint.TryParse(line.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _), $"no number: {line.Value}");
        if (line.Name is "URL" or "SOURCE") Refuse(!Uri.TryCreate(line.Value, UriKind.Absolute, out _), $"no URI: {line.Value}");
        if (line.Name == "TRANSP") Refuse(line.Value is not ("OPAQUE" or "TRANSPARENT"), line.Value);
        if (line.Name == "REFRESH-INTERVAL") Refuse(line.Parameters.GetValueOrDefault("VALUE") != "DURATION" || line.Value != "P1D", line.Value);
        if (TextProperties.Contains(line.Name)) Refuse(!WholeText().IsMatch(line.Value), $"not a TEXT value: {line.Value}");
        if (line.Name == "CATEGORIES") Refuse(!ManyTexts().IsMatch(line.Value), $"not a list of TEXT values: {line.Value}");
    }

    private static bool Moment(string value) => DateTime.TryParseExact(value, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static IcsLine Line(string line)
    {
        var match = ContentLine().Match(line);
        Refuse(!match.Success, $"not a content line: {line}");
        Refuse(line.Any(c => char.IsControl(c) && c != '\t'), $"a control character: {line}");
        var parameters = match.Groups["p"].Captures.Select(c => c.Value[1..].Split('=', 2)).ToDictionary(p => p[0], p => p[1].Trim('"'), StringComparer.Ordinal);
        return new(match.Groups["n"].Value, parameters, match.Groups["v"].Value);
    }

    private static void Refuse(bool wrong, string why)
    {
        if (wrong) throw new FormatException(why);
    }

    [GeneratedRegex("\r(?!\n)|(?<!\r)\n", RegexOptions.None, 1000)]
    private static partial Regex LoneBreak();

    [GeneratedRegex("^(?<n>[A-Za-z0-9-]+)(?<p>;[A-Za-z0-9-]+=(?:\"[^\"]*\"|[^\";:,]*))*:(?<v>.*)$", RegexOptions.None, 1000)]
    private static partial Regex ContentLine();

    [GeneratedRegex(@"^(?:[^\\;,]|\\[\\;,nN])*$", RegexOptions.None, 1000)]
    private static partial Regex WholeText();

    [GeneratedRegex(@"^(?:[^\\;,]|\\[\\;,nN])+(?:,(?:[^\\;,]|\\[\\;,nN])+)*$", RegexOptions.None, 1000)]
    private static partial Regex ManyTexts();
}
