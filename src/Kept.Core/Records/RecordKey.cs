namespace Kept.Core.Records;

/// <summary>The name of a record for ever: its kind and its id, written "commitment/support-c1".</summary>
public readonly record struct RecordKey(string Kind, string Id) : IComparable<RecordKey>
{
    /// <summary>Reads "kind/id"; throws <see cref="FormatException"/> when there is no slash.</summary>
    public static RecordKey Parse(ReadOnlySpan<char> text)
    {
        var slash = text.IndexOf('/');
        if (slash <= 0 || slash == text.Length - 1) throw new FormatException($"\"{text}\" is not kind/id.");
        return new(RecordKinds.Same(text[..slash]), text[(slash + 1)..].ToString());
    }

    /// <summary>Reads "kind/id" that somebody typed; false where it is none.</summary>
    public static bool TryParse(string? text, out RecordKey key)
    {
        var isKey = text?.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && slash < text.Length - 1;
        key = isKey ? Parse(text) : default;
        return isKey;
    }

    public static RecordKey Of<T>(string id) where T : RecordBody => new(RecordKinds.NameOf<T>(), id);

    /// <summary>Whether the id can stand in an address and in a chain for ever: printable ASCII without slash or space.</summary>
    public bool HasPlainId => !string.IsNullOrEmpty(Id) && Id.All(c => c is > ' ' and < '\u007f' and not '/');

    public int CompareTo(RecordKey other) =>
        string.CompareOrdinal(Kind, other.Kind) is var kind && kind != 0 ? kind : string.CompareOrdinal(Id, other.Id);

    public override string ToString() => $"{Kind}/{Id}";

    public static bool operator <(RecordKey left, RecordKey right) => left.CompareTo(right) < 0;
    public static bool operator >(RecordKey left, RecordKey right) => left.CompareTo(right) > 0;
    public static bool operator <=(RecordKey left, RecordKey right) => left.CompareTo(right) <= 0;
    public static bool operator >=(RecordKey left, RecordKey right) => left.CompareTo(right) >= 0;
}
