using System.Text;

namespace Kept.Web.Features.Programme.Calendar;

/// <summary>How RFC 5545 writes a line: values escaped (3.3.11), lines folded at 75 octets (3.1), ended by CRLF.</summary>
public static class IcsText
{
    private const int Octets = 75;

    /// <summary>A TEXT value. Control characters that the grammar has no place for are left out.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            if (letter == '\n') escaped.Append("\\n");
            else if (letter is '\\' or ';' or ',') escaped.Append('\\').Append(letter);
            else if (!char.IsControl(letter) || letter == '\t') escaped.Append(letter);
        }
        return escaped.ToString();
    }

    /// <summary>The line with its ends; a letter is never cut in two, and a half of one is written as the replacement letter.</summary>
    public static string Fold(string line)
    {
        var folded = new StringBuilder(line.Length + 8);
        var length = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (length + letter.Utf8SequenceLength > Octets)
            {
                folded.Append("\r\n ");
                length = 1;
            }
            folded.Append(letter.ToString());
            length += letter.Utf8SequenceLength;
        }
        return folded.Append("\r\n").ToString();
    }
}
