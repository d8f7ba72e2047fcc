using System.Text;
using Kept.Web.Features.Programme.Calendar;

namespace Kept.Web.Tests.Programme.Calendar;

/// <summary>Folding and escaping, over many texts that a seed makes: whatever is put in comes out again, in lines that any client reads.</summary>
public sealed class IcsTextTests
{
    private static readonly string[] Pieces =
        ["a", "B", " ", "  ", ",", ";", ":", "\\", "\n", "\r\n", "\\n", "\"", "é", "ò", "–", "“", "”", "£", "中", "😀", "👨‍👩‍👧", "\t", "Gàidhlig", "an end\\", "0123456789"];

    [Fact]
    public void Whatever_is_escaped_and_folded_comes_out_again()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var text = Make(seed);
            var folded = IcsText.Fold("SUMMARY:" + IcsText.Escape(text));
            Assert.All(folded.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, $"seed {seed}: {line}"));
            Assert.EndsWith("\r\n", folded, StringComparison.Ordinal);
            // Each piece is UTF-8 by itself: no letter is cut in two.
            Assert.All(folded.Split("\r\n"), line => Assert.Equal(line, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line))));
            var read = StrictCalendar.Read(Encoding.UTF8.GetBytes(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20260101\r\n" + folded + "END:VEVENT\r\nEND:VCALENDAR\r\n"));
            Assert.Equal(text.ReplaceLineEndings("\n"), read.Events.Single().Single(l => l.Name == "SUMMARY").Text);
        }
    }

    [Fact]
    public void A_line_is_folded_only_where_it_must_be()
    {
        Assert.Equal(new string('x', 75) + "\r\n", IcsText.Fold(new string('x', 75)));
        Assert.Equal(new string('x', 75) + "\r\n x\r\n", IcsText.Fold(new string('x', 76)));
        Assert.Equal(new string('x', 74) + "\r\n é\r\n", IcsText.Fold(new string('x', 74) + "é"));
    }

    [Fact]
    public void A_character_that_has_no_place_in_a_text_is_left_out() => Assert.Equal("ab", IcsText.Escape("a\u0007\u0000b"));

    [Theory]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR\n")]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nX-A:a\r\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:a, b\r\nEND:VCALENDAR\r\n")]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:2026\r\nDTSTART;VALUE=DATE:20260101\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nX-A:01234567890123456789012345678901234567890123456789012345678901234567890123456789\r\nEND:VCALENDAR\r\n")]
    public void The_reader_of_these_tests_refuses_what_is_wrong(string file) =>
        Assert.Throws<FormatException>(() => StrictCalendar.Read(Encoding.UTF8.GetBytes(file)));

    private static string Make(int seed)
    {
        var made = new StringBuilder();
        for (var (state, left) = (seed * 2654435761L + 1, seed % 60); left > 0; left--)
        {
            state = (state * 6364136223846793005L + 1442695040888963407L) & long.MaxValue;
            made.Append(Pieces[(int)(state >> 33) % Pieces.Length]);
        }
        return made.ToString();
    }
}
