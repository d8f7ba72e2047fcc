namespace Kept.Core.Notices;

/// <summary>A place in a text that is filled in when it is sent, written as {name}.</summary>
/// <param name="Required">Whether the text is of no use without it.</param>
/// <param name="Secret">Whether it opens something: it stands in no subject.</param>
public sealed record Blank(string Name, string What, bool Required = false, bool Secret = false)
{
    public string Written => "{" + Name + "}";
}

/// <summary>One kind of e-mail, with the words it is shipped with.</summary>
/// <param name="Sent">When it is sent, in a sentence.</param>
public sealed record MailText(string Id, string Title, string Sent, Wording Shipped, IReadOnlyList<Blank> Blanks);
