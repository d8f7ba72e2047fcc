namespace Kept.Core.Content;

/// <summary>What a pack file says before anything is made of it: texts, lists and maps, each with its place.</summary>
internal abstract record PackNode(Spot At);

/// <summary>One text. An unquoted empty, "~" or "null" states that there is nothing.</summary>
internal sealed record PackText(string Text, bool Quoted, Spot At) : PackNode(At)
{
    public bool IsNothing => !Quoted && Text is ("" or "~" or "null");
}

/// <summary>A value that cannot be known, because of an error that was already noted.</summary>
internal sealed record PackUnknown(Spot At) : PackNode(At);

internal sealed record PackList(IReadOnlyList<PackNode> Items, Spot At) : PackNode(At);

internal sealed record PackMap(IReadOnlyList<PackField> Fields, Spot At) : PackNode(At)
{
    public PackField? Find(string name) => Fields.FirstOrDefault(f => f.Name == name);

    /// <summary>The text of a field, or null when it is absent or no text.</summary>
    public string? TextOf(string name) => Find(name)?.Value is PackText { IsNothing: false } text ? text.Text : null;

    public PackMap Without(params string[] names) => this with { Fields = [.. Fields.Where(f => !names.Contains(f.Name))] };

    /// <summary>This map, with the fields of a later version in place of its own.</summary>
    public PackMap Under(PackMap later) =>
        later with { Fields = [.. Fields.Where(f => later.Find(f.Name) is null), .. later.Fields] };
}

internal sealed record PackField(string Name, PackNode Value, Spot At);
