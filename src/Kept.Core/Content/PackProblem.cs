namespace Kept.Core.Content;

/// <summary>Something wrong, or worth a second look, in a pack.</summary>
/// <param name="File">The path from the pack's folder, with forward slashes.</param>
/// <param name="Line">1-based.</param>
/// <param name="Expected">What should stand there, ready to follow "expected".</param>
public sealed record PackProblem(string File, int Line, string What, string Expected)
{
    /// <summary>"path:line: what; expected ...".</summary>
    public override string ToString() => $"{File}:{Line}: {What}; expected {Expected}";
}

/// <summary>Collects problems, each once, so that a person sees all of them in one go.</summary>
internal sealed class Problems
{
    private readonly HashSet<PackProblem> _seen = [];
    private readonly HashSet<string> _filesWithErrors = new(StringComparer.Ordinal);

    public List<PackProblem> Errors { get; } = [];

    public List<PackProblem> Warnings { get; } = [];

    public void Error(Spot at, string what, string expected)
    {
        Add(Errors, at, what, expected);
        _filesWithErrors.Add(at.File);
    }

    public void Warn(Spot at, string what, string expected) => Add(Warnings, at, what, expected);

    public bool HasErrorIn(string file) => _filesWithErrors.Contains(file);

    private void Add(List<PackProblem> to, Spot at, string what, string expected)
    {
        var problem = new PackProblem(at.File, at.Line, what, expected);
        if (_seen.Add(problem)) to.Add(problem);
    }
}

/// <summary>A line of a file of the pack.</summary>
internal readonly record struct Spot(string File, int Line)
{
    public override string ToString() => $"{File}:{Line}";
}
