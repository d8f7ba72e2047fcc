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
}
