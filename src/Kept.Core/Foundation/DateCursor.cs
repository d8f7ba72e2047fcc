namespace Kept.Core.Foundation;

/// <summary>
/// The place in the tokens of a date. The rules read forward from it; the first fault a rule finds refuses the whole text.
/// </summary>
internal sealed class DateCursor(IReadOnlyList<DateToken> tokens, DateOnly anchor, YearKind years)
{
    private int _at;

    internal DateOnly Anchor => anchor;

    internal YearKind Years => years;

    internal string? Fault { get; private set; }

    internal bool AtEnd => _at >= tokens.Count;

    internal DateToken Peek(int ahead = 0) =>
        _at + ahead < tokens.Count ? tokens[_at + ahead] : new(DateTokenKind.End, "");

    internal DateToken Take()
    {
        var token = Peek();
        _at++;
        return token;
    }

    /// <summary>Steps over these words where they come next, one after the other.</summary>
    internal bool Take(string phrase)
    {
        var words = phrase.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (Peek(i) is not { Kind: DateTokenKind.Word } token || token.Text != words[i])
                return false;
        }
        _at += words.Length;
        return true;
    }

    internal bool Take(DateTokenKind kind)
    {
        if (Peek().Kind != kind)
            return false;
        _at++;
        return true;
    }

    internal void Skip(int count) => _at += count;

    internal bool Is(int ahead, DateTokenKind kind) => Peek(ahead).Kind == kind;

    /// <summary>Refuses the text; the first reason stands.</summary>
    internal Named? Fail(string reason)
    {
        Fault ??= reason;
        return null;
    }
}
