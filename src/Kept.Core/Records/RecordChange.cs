namespace Kept.Core.Records;

/// <summary>
/// What one entry did to its record: added, changed, removed, corrected or redacted, and the fields that say something else
/// than what stood on that day before it was recorded. Withheld words are left out on both sides.
/// </summary>
/// <param name="Version">The version the entry made, as a reader may see it.</param>
/// <param name="Before">What stood on its effective date until then; for a correction of what did not stand then, what it corrects.</param>
/// <param name="Fields">Empty where a record was added or taken out, or where words were erased.</param>
public sealed record RecordChange(RecordVersion Version, RecordVersion? Before, string What, IReadOnlyList<FieldChange> Fields)
{
    public const string Added = "added";
    public const string Changed = "changed";
    public const string Removed = "removed";
    public const string Corrected = "corrected";
    public const string Redacted = "redacted";

    /// <param name="newest">The newest version of the same record, which may withhold words of this one.</param>
    public static RecordChange Of(RecordVersion newest, RecordVersion version)
    {
        var before = View.Standing(version.Previous, version.Entry.Effective);
        if (before is null && version.Corrects is { } wrong) before = newest.AndBefore().FirstOrDefault(v => v.Entry.Number == wrong);
        if (before is not null) before = Withheld.Shown(newest, before);
        var shown = Withheld.Shown(newest, version);
        var what = version switch
        {
            { IsStatement: false } => Redacted,
            { IsDeletion: true } => Removed,
            { Corrects: not null } => Corrected,
            _ => before is null or { IsDeletion: true } ? Added : Changed,
        };
        var compared = what is Changed or Corrected && before is { RecordJson.IsEmpty: false } && !shown.RecordJson.IsEmpty;
        return new(shown, before, what, compared ? FieldChange.Between(before, shown) : []);
    }

    /// <summary>What several versions of one record did together: from what stood before the first of them to what the last of them says.</summary>
    /// <param name="versions">At least one, oldest first.</param>
    public static RecordChange Across(RecordVersion newest, IReadOnlyList<RecordVersion> versions)
    {
        var said = versions.Where(v => v.IsStatement).OrderBy(v => v.Entry.Effective).ThenBy(v => v.Entry.Number).ToList();
        if (said.Count < 2) return Of(newest, said.Count == 0 ? versions[^1] : said[0]);
        var (first, last) = (Of(newest, versions.First(v => v.IsStatement)), Of(newest, said[^1]));
        var what = last.Version.IsDeletion ? Removed : first.What == Added ? Added : said.TrueForAll(v => v.Corrects is not null) ? Corrected : Changed;
        var compared = what is Changed or Corrected && first.Before is { RecordJson.IsEmpty: false } && !last.Version.RecordJson.IsEmpty;
        return new(last.Version, first.Before, what, compared ? FieldChange.Between(first.Before, last.Version) : []);
    }
}
