using Kept.Core.Programme;

namespace Kept.Core.Feedback;

/// <summary>What a body tells, as it was typed. One shape serves every kind: each leaves empty what it does not ask for.</summary>
public sealed record Told
{
    /// <summary>In the body's own words: how it stands; of a correction, what is wrong.</summary>
    public string? Words { get; init; }

    /// <summary>One of <see cref="CommitmentStatuses"/>.</summary>
    public string? Status { get; init; }
    public IReadOnlyList<Proof> Evidence { get; init; } = [];

    /// <summary>The new date, as people write it.</summary>
    public string? NewDate { get; init; }

    /// <summary>Which of several dates it replaces, from 1.</summary>
    public int WhichDate { get; init; } = 1;

    /// <summary>Why the date moves.</summary>
    public string? WhyMoved { get; init; }

    /// <summary>Since when it is true, as people write it; empty for the day it is sent.</summary>
    public string? Since { get; init; }

    /// <summary>The statutory reports it feeds.</summary>
    public IReadOnlyList<string> Reports { get; init; } = [];

    /// <summary>What a new commitment promises.</summary>
    public string? Promise { get; init; }

    /// <summary>The actions a new commitment belongs under.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>What a correction says is right.</summary>
    public string? Right { get; init; }

    private const string Between = "\n\n";

    /// <summary>With the words and the evidence of another after its own.</summary>
    public Told With(Told other) => this with { Words = Join(Words, other.Words), Evidence = [.. Evidence, .. other.Evidence] };

    /// <summary>Without what <see cref="With"/> put to it. Words are taken out whole or not at all, never from within a sentence of somebody else's.</summary>
    public Told Without(Told other)
    {
        var evidence = Evidence.ToList();
        foreach (var proof in other.Evidence) evidence.Remove(proof);
        return this with { Words = Left(Words, other.Words), Evidence = evidence };
    }

    private static string? Join(string? one, string? other) => string.IsNullOrWhiteSpace(one) ? other : string.IsNullOrWhiteSpace(other) ? one : one + Between + other;

    private static string? Left(string? all, string? gone)
    {
        if (all is null || string.IsNullOrWhiteSpace(gone)) return all;
        if (all == gone) return null;
        if (all.EndsWith(Between + gone, StringComparison.Ordinal)) return all[..^(Between.Length + gone.Length)];
        var within = all.LastIndexOf(Between + gone + Between, StringComparison.Ordinal);
        if (within >= 0) return all.Remove(within, Between.Length + gone.Length);
        return all.StartsWith(gone + Between, StringComparison.Ordinal) ? all[(gone.Length + Between.Length)..] : all;
    }
}
