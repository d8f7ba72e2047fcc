namespace Kept.Web.Features.About.Data;

/// <summary>
/// What every field means, read from docs/data/fields.md: a heading for a shape, a line "- `field`: meaning" for a field.
/// Fields under "every record" and "every list" mean the same wherever they stand.
/// </summary>
public sealed class FieldMeanings
{
    private const string Everywhere = "everywhere";
    private readonly Dictionary<(string Shape, string Field), string> _meanings = [];

    public static FieldMeanings Shipped { get; } = Read(typeof(FieldMeanings).Assembly.GetManifestResourceStream("data/fields.md")!);

    /// <summary>Every field that is given a meaning, with the shape it stands under.</summary>
    public IEnumerable<(string Shape, string Field)> All => _meanings.Keys;

    public static FieldMeanings Read(Stream text)
    {
        var meanings = new FieldMeanings();
        using var reader = new StreamReader(text);
        var shape = Everywhere;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) shape = line[3..].Trim();
            else if (line.StartsWith("- `", StringComparison.Ordinal) && line.IndexOf("`: ", StringComparison.Ordinal) is > 3 and var end)
                meanings._meanings[(shape, line[3..end])] = line[(end + 3)..].Trim();
        }
        return meanings;
    }

    /// <summary>The meaning of a field of a shape, or null when nobody wrote one.</summary>
    public string? Of(string shape, string field) =>
        _meanings.GetValueOrDefault((shape, field)) ?? _meanings.GetValueOrDefault((Everywhere, field));
}
