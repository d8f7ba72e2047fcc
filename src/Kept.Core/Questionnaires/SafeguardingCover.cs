namespace Kept.Core.Questionnaires;

/// <summary>Somebody who may read what says that somebody is at risk.</summary>
public sealed record Guardian(string Id, string Name, bool IsDisabled, bool HasRole, DateTimeOffset? LastSeen);

/// <summary>Whether somebody stands by for a form that anyone may answer: a reviewer and a deputy, both active.</summary>
public static class SafeguardingCover
{
    /// <summary>What is missing, in sentences; nothing where both stand by.</summary>
    public static IReadOnlyList<string> Missing(string? reviewer, string? deputy, IReadOnlyList<Guardian> people, DateTimeOffset now, int days)
    {
        var missing = new List<string>();
        Look("reviewer", reviewer);
        Look("deputy", deputy);
        if (reviewer is not null && reviewer == deputy) missing.Add("The safeguarding reviewer and the deputy are the same person. Name two.");
        return missing;

        void Look(string part, string? id)
        {
            if (id is null) missing.Add($"No safeguarding {part} is named.");
            else if (people.FirstOrDefault(p => p.Id == id) is not { } person) missing.Add($"The account of the safeguarding {part} is gone.");
            else if (person.IsDisabled) missing.Add($"The account of {person.Name}, the safeguarding {part}, is disabled.");
            else if (!person.HasRole) missing.Add($"{person.Name}, named as safeguarding {part}, no longer has the role.");
            else if (person.LastSeen is not { } seen || now - seen > TimeSpan.FromDays(days))
                missing.Add(FormattableString.Invariant($"{person.Name}, the safeguarding {part}, has not signed in within the last {days} days."));
        }
    }
}
