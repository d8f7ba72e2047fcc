using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Kept.Core.Evidence;
using Kept.Core.Organisations;
using Kept.Core.Records;

namespace Kept.Core.Tests.Records;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void Every_character_there_is_is_written_as_the_standard_says()
    {
        var different = new List<string>();
        for (var point = 0; point <= 0x10FFFF; point++)
        {
            if (point is >= 0xD800 and <= 0xDFFF) continue;
            var text = char.ConvertFromUtf32(point);
            if (!CanonicalJson.Of(JsonValue.Create(text)).AsSpan().SequenceEqual(Expected(text)))
                different.Add(point.ToString("x4", CultureInfo.InvariantCulture));
        }
        Assert.Empty(different);
    }

    // Written from RFC 8785 3.2.2.2 alone: two-letter escapes, \u00xx for the other controls, all else as UTF-8.
    private static byte[] Expected(string text)
    {
        const string named = "\b\t\n\f\r\"\\", letters = "btnfr\"\\";
        var json = new StringBuilder("\"");
        foreach (var unit in text == "\uFFFE" ? text : text.Normalize(NormalizationForm.FormC))
        {
            if (named.IndexOf(unit, StringComparison.Ordinal) is >= 0 and var at) json.Append('\\').Append(letters[at]);
            else if (unit < ' ') json.Append("\\u00").Append("0123456789abcdef"[unit >> 4]).Append("0123456789abcdef"[unit & 15]);
            else json.Append(unit);
        }
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(json.Append('"').ToString());
    }

    [Theory]
    [InlineData("""{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}""",
        """{"sin":"ignore locale","pêche":"but canonicalization MUST","péché":"is wrong according to French","peach":"This sorting order"}""")]
    [InlineData("""{"\n":"Newline","\r":"Carriage Return","1":"One","</script>":"Script","\u0080":"Control","ö":"O","€":"Euro","😀":"Smiley","ﬁ":"Ligature"}""",
        """{"ﬁ":"Ligature","😀":"Smiley","€":"Euro","ö":"O","\u0080":"Control","</script>":"Script","1":"One","\r":"Carriage Return","\n":"Newline"}""")]
    [InlineData("""{"a":[56,{"d":true,"f":[1,2]}],"b":false}""", """{ "b" : false , "a" : [ 56 , { "f" : [ 1, 2 ], "d" : true } ] }""")]
    [InlineData("""{"string":"€$\u000f\nA'B\"\\\\\"/"}""", """{"string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"}""")]
    public void Members_stand_in_the_order_of_their_utf_16_units(string canonical, string given) =>
        Assert.Equal(canonical.Replace("\\u0080", "\u0080", StringComparison.Ordinal), Canonical(given));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-1", "-1")]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("-9007199254740991", "-9007199254740991")]
    public void Whole_numbers_below_two_to_the_53_are_written_plainly(string given, string canonical) =>
        Assert.Equal(canonical, Canonical(given));

    [Theory]
    [InlineData("1.5")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("1E+2")]
    [InlineData("-0.0")]
    [InlineData("9007199254740992")]
    [InlineData("-9007199254740992")]
    [InlineData("-9223372036854775808")]
    [InlineData("9223372036854775808")]
    [InlineData("1e400")]
    public void Other_numbers_are_refused(string given) => Assert.Throws<FormatException>(() => Canonical(given));

    [Fact]
    public void A_double_made_in_code_is_refused_even_when_it_is_whole_too_large()
    {
        Assert.Throws<FormatException>(() => CanonicalJson.Of(JsonValue.Create(0.1)));
        Assert.Throws<FormatException>(() => CanonicalJson.Of(JsonValue.Create(1e21)));
        Assert.Throws<FormatException>(() => CanonicalJson.Of(JsonValue.Create(2.5m)));
    }

    // In an attribute the compiler would already have replaced them.
    private static readonly string[] HalfCharacters = ["\ud800", "\udc00", "a\ud83d", "\ud83dz", "\ude00\ud83d", "\ud83d\ud83d\ude00"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Half_a_character_is_refused_wherever_it_stands(int which)
    {
        var text = HalfCharacters[which];
        Assert.Throws<FormatException>(() => CanonicalJson.Of(JsonValue.Create(text)));
        Assert.Throws<FormatException>(() => CanonicalJson.Of(new JsonObject { [text] = 1 }));
        Assert.Throws<FormatException>(() => CanonicalJson.Of(new Source { Title = text, Kind = "report" }));
        Assert.Throws<FormatException>(() => CanonicalJson.Of(new Organisation { Name = "A", Type = "b", OtherNames = ["ok", text] }));
    }

    [Theory]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\udc00":1}""")]
    [InlineData("""["\ud83d\ud83d"]""")]
    public void Half_a_character_written_as_an_escape_is_refused_too(string given) => Assert.Throws<FormatException>(() => Canonical(given));

    [Fact]
    public void A_name_given_twice_is_refused() => Assert.Throws<FormatException>(() => Canonical("""{"a":1,"a":2}"""));

    [Fact]
    public void Text_and_names_are_brought_to_one_form()
    {
        Assert.Equal("\"\u00e9\"", Canonical("\"e\\u0301\""));
        Assert.Equal("{\"\u00e9\":1}", Canonical("{\"e\\u0301\":1}"));
        Assert.Equal("\"\u1e69\"", Canonical("\"s\\u0307\\u0323\""));
    }

    [Fact]
    public void Names_are_put_in_order_after_they_were_brought_to_one_form() =>
        Assert.Equal("{\"f\":2,\"\u00e9\":1}", Canonical("{\"e\\u0301\":1,\"f\":2}"));

    [Fact]
    public void Two_names_that_become_one_are_refused() =>
        Assert.Throws<FormatException>(() => Canonical("{\"e\\u0301\":1,\"\\u00e9\":2}"));

    [Theory]
    [InlineData("{}", """{"a":null,"b":[],"c":{},"d":{"e":null,"f":{"g":[]}}}""")]
    [InlineData("""{"a":"","b":false,"c":0}""", """{"c":0,"b":false,"a":""}""")]
    [InlineData("""{"a":[[],{}]}""", """{"a":[[],{"b":null}]}""")]
    public void What_is_null_or_empty_is_left_out_and_nothing_else(string canonical, string given) => Assert.Equal(canonical, Canonical(given));

    [Theory]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("""{"a":[1,null]}""")]
    public void A_null_that_cannot_be_left_out_is_refused(string given) => Assert.Throws<FormatException>(() => Canonical(given));

    [Fact]
    public void What_is_canonical_stays_as_it_is()
    {
        const string text = """{"a":["x",{"b":true}],"n":-12,"s":"\\ \" \u001f € 😀"}""";
        Assert.Equal(text, Canonical(Canonical(text)));
    }

    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Of(JsonNode.Parse(json)));
}
