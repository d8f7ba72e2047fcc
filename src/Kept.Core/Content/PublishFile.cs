using Kept.Core.Records;

namespace Kept.Core.Content;

/// <summary>A publish file, read and checked as far as that can be done without the record. Its format: docs/data/publish.md.</summary>
public sealed class PublishFile
{
    internal PublishFile(string name, string? why, IReadOnlyList<PublishStatement> statements, Problems problems) =>
        (Name, Why, Statements, Problems) = (name, why, statements, problems);

    /// <summary>The file's name as its errors say it.</summary>
    public string Name { get; }

    /// <summary>Why it is published; null when the file does not say.</summary>
    public string? Why { get; }

    internal IReadOnlyList<PublishStatement> Statements { get; }

    internal Problems Problems { get; }

    /// <summary>Reads the bytes of a file. Never throws for what they say.</summary>
    public static PublishFile Read(byte[] bytes, string name)
    {
        var problems = new Problems();
        if (bytes.Length > PackFiles.LargestFile)
        {
            problems.Error(new(name, 1), $"the file is larger than {PackFiles.LargestFile / 1024 / 1024} MB", "smaller files");
            return new(name, null, [], problems);
        }
        return PackFiles.Decode(bytes, name, problems) is { } text && new YamlTree(name, problems).Read(text) is { } node
            ? new PublishReader(name, problems).Read(node)
            : new(name, null, [], problems);
    }
}

/// <summary>What a publish file says of one record.</summary>
/// <param name="Expect">The version the writer saw; 0 for a new record.</param>
/// <param name="Effective">The day from which it is true; no matter for a redaction.</param>
internal sealed record PublishStatement(RecordKey Key, int Expect, DateOnly Effective, Spot At)
{
    /// <summary>The fields to change; null for a deletion or a redaction.</summary>
    public PackMap? Set { get; init; }

    /// <summary>The entry that was wrong.</summary>
    public long? Corrects { get; init; }

    /// <summary>Whether the wrong words are kept from every past view.</summary>
    public bool Withholds { get; init; }

    /// <summary>The entry whose words are erased.</summary>
    public long? Redacts { get; init; }

    public bool IsDeletion => Set is null && Redacts is null;
}
