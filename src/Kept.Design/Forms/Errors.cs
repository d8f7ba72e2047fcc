using System.Diagnostics.CodeAnalysis;

namespace Kept.Design.Forms;

/// <summary>What was wrong with a form that was sent: field by field, in the order it was found.</summary>
public sealed class Errors
{
    private readonly List<Question> _all = [];

    public bool Any => _all.Count > 0;

    public IReadOnlyList<Question> All => _all;

    /// <summary>What is wrong with a field, or with the form as a whole where the name is empty. The first thing said of a field stands.</summary>
    public void Add(string name, string sentence)
    {
        if (name.Length == 0 || Of(name) is null) _all.Add(new Question(name, "") { Error = sentence });
    }

    /// <summary>Adds the sentence unless the text says something; afterwards it is known to.</summary>
    public bool Requires([NotNullWhen(true)] string? text, string name, string sentence)
    {
        if (!string.IsNullOrWhiteSpace(text)) return true;
        Add(name, sentence);
        return false;
    }

    public string? Of(string name) => _all.FirstOrDefault(q => q.Name.Length > 0 && q.Name == name)?.Error;
}
