using Kept.Core.Evidence;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Content;

/// <summary>The records that a reference may name: those of a pack, or those of the record as it will stand.</summary>
internal interface IKnownRecords
{
    /// <summary>"in the pack", "in the record".</summary>
    string Where { get; }

    bool Exists(RecordKey key);

    /// <summary>The first day on which it is in force; null when it never is, or nobody can tell.</summary>
    DateOnly? From(RecordKey key);

    /// <summary>Whether it is taken out again by a day.</summary>
    bool IsGone(RecordKey key, DateOnly day);

    IReadOnlyCollection<string> Ids(string kind);

    /// <summary>Ids of the next steps or requirements of all actions; null when they could not all be read.</summary>
    IReadOnlyCollection<string>? Steps { get; }

    IReadOnlyCollection<string>? Requirements { get; }

    /// <summary>How many lines our copy of a source has; null when that is not known.</summary>
    int? LinesOf(string source);
}

/// <summary>Whether what a record names is there, and in force on its day, and whether a cited line can be.</summary>
internal sealed class ReferenceChecks(IKnownRecords known, Problems problems)
{
    /// <summary>Checks one version of a record; <paramref name="node"/> is what the file says of it, to point at the word.</summary>
    public void Check(RecordKey key, DateOnly effective, RecordBody body, PackNode node, Spot at)
    {
        if (KeyIn(body) is { } about && !RecordKey.TryParse(about, out _))
        {
            problems.Error(Find(node, about) ?? at, $"\"{about}\" names no record", "kind/id, such as action/support");
            return;
        }
        if (body is Milestone milestone)
        {
            foreach (var of in milestone.AlsoOf.Append(milestone.Of).OfType<string>().Where(of => !known.Exists(RecordKey.Of<Commitment>(of)) && !known.Exists(RecordKey.Of<Output>(of))))
                Missing(node, at, "commitment or output", of, [.. Ids<Commitment>(), .. Ids<Output>()], "the id of a commitment or an output");
            if (milestone.OfStep is { } step && known.Steps is { } steps && !steps.Contains(step, StringComparer.Ordinal)) Missing(node, at, "next step", step, steps, "the id of a next step of an action");
        }
        if (body is Outcome { Requirement: { } requirement } && known.Requirements is { } requirements && !requirements.Contains(requirement, StringComparer.Ordinal))
            Missing(node, at, "requirement", requirement, requirements, "the id of a requirement of an action");
        var printed = body is Commitment commitment
            ? commitment.Printed.SelectMany(p => p.Who.Select(RecordKey.Of<Organisation>).Append(RecordKey.Of<PlanAction>(p.Action))) : [];
        var named = body is Milestone restating ? restating.References().Where(k => known.Exists(k) || k.Kind is not ("commitment" or "output")) : body.References();
        foreach (var target in printed.Concat(named).Distinct()) Reference(key, effective, target, node, at);
    }

    /// <summary>Whether a source is there and long enough for the lines that are cited.</summary>
    public void Cited(string source, IReadOnlyList<int> lines, Spot at)
    {
        if (!known.Exists(RecordKey.Of<Source>(source)))
            problems.Error(at, $"there is no source \"{source}\" {known.Where}", Nearest.Hint(source, Ids<Source>(), "the id of a record in sources/"));
        else if (lines.Count > 0 && known.LinesOf(source) is { } count && lines.Max() > count)
            problems.Error(at, $"line {lines.Max()} is beyond the end of {source}", $"a line from 1 to {count}");
    }

    /// <summary>What a record is about, where it says so as kind/id.</summary>
    public static string? KeyIn(RecordBody body) => body switch { Statement s => s.About, Update u => u.Of, UpdateRequest r => r.Of, _ => null };

    private void Reference(RecordKey key, DateOnly effective, RecordKey target, PackNode node, Spot at)
    {
        if (!known.Exists(target))
        {
            // A source that is missing is said where it is cited.
            if (target.Kind != RecordKinds.NameOf<Source>())
                Missing(node, at, target.Kind, target.Id, known.Ids(target.Kind), $"the id of a record in {PackLayout.FolderOf(target.Kind)}/");
        }
        else if (known.From(target) is { } from && from > effective)
            problems.Error(Find(node, target.Id) ?? at, $"{key} names {target} on {effective:yyyy-MM-dd}, when it is not yet in force", $"an effective date on or after {from:yyyy-MM-dd}, or an earlier one for {target}");
        else if (known.IsGone(target, effective))
            problems.Error(Find(node, target.Id) ?? at, $"{key} names {target} on {effective:yyyy-MM-dd}, when it is no more", "a record that is in force on that day");
    }

    private void Missing(PackNode node, Spot at, string what, string id, IReadOnlyCollection<string> ids, string expected) =>
        problems.Error(Find(node, id) ?? at, $"there is no {what} \"{id}\" {known.Where}", Nearest.Hint(id, ids, expected));

    private IReadOnlyCollection<string> Ids<T>() where T : RecordBody => known.Ids(RecordKinds.NameOf<T>());

    /// <summary>The line on which a record writes a text, to point at the word and not at the record.</summary>
    public static Spot? Find(PackNode node, string text) => node switch
    {
        PackText t => t.Text == text || t.Text.StartsWith(text + " ", StringComparison.Ordinal) || t.Text.EndsWith("/" + text, StringComparison.Ordinal) ? t.At : null,
        PackList l => l.Items.Select(i => Find(i, text)).FirstOrDefault(s => s is not null),
        PackMap m => m.Fields.Select(f => Find(f.Value, text)).FirstOrDefault(s => s is not null),
        _ => null,
    };
}
