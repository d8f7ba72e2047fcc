using System.Text.Json.Serialization;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.Features.Evidence;
using Kept.Web.House;

namespace Kept.Web.Features.Changes;

/// <summary>What one entry did to its record.</summary>
public sealed record ChangeShape(
    long Entry, DateTimeOffset Recorded, DateOnly Effective, string Kind, string Id, string? Url, string Title, int Version, string What,
    IReadOnlyList<FieldChange> Fields, string? Why)
{
    /// <summary>The whole in one sentence.</summary>
    [JsonIgnore] public string Words { get; init; } = "";

    public static ChangeShape Of(View view, RecordVersion version) => Of(view, Chronicle.Change(view, version));

    public static ChangeShape Of(View view, RecordChange change)
    {
        var (version, entry) = (change.Version, change.Version.Entry);
        var page = PageOf(view, change);
        var shape = new ChangeShape(
            entry.Number, entry.Recorded, entry.Effective, entry.Record.Kind, entry.Record.Id, page?.Url,
            page?.Title ?? $"{KindWords.One(entry.Record.Kind)} {entry.Record.Id}", entry.Version, change.What, change.Fields, version.Why);
        return shape with { Words = ChangeWords.Say(view, shape, change) };
    }

    // A record that was taken out is called what it was called before; one whose words were erased, what it is called now.
    internal static RecordPage? PageOf(View view, RecordChange change)
    {
        var key = change.Version.Entry.Record;
        var body = (change.What == RecordChange.Redacted ? null : change.Version.Body) ?? view.InForce(key)?.Body ?? change.Before?.Body;
        return body is null ? null : RecordPage.Of(view, key.Id, body);
    }
}

/// <summary>A change in words for people: "Commitment “X” of BODY: date moved from spring 2022 to autumn 2022."</summary>
public static class ChangeWords
{
    public static string Say(View view, ChangeShape shape, RecordChange change)
    {
        var subject = $"{Words.Capital(KindWords.One(shape.Kind))} “{shape.Title.TrimEnd('.')}”{Of(view, change)}";
        return shape.What switch
        {
            RecordChange.Added => $"{subject} was added.",
            RecordChange.Removed => $"{subject} was taken out.",
            RecordChange.Redacted => $"{subject}: words of an earlier entry were withdrawn.",
            RecordChange.Corrected => $"{subject} was wrong and is put right{Fields(view, shape.Fields, ": ")}.",
            _ => $"{subject}{Fields(view, shape.Fields, ": ", " was stated again")}.",
        };
    }

    /// <summary>One field: "date moved from spring 2022 to autumn 2022".</summary>
    public static string Say(View view, FieldChange field)
    {
        var (name, from, to) = (FieldWords.Of(field.Field), ValueWords.Say(view, field.Field, field.From), ValueWords.Say(view, field.Field, field.To));
        if (field.Field is "due" or "deadline" or "completeBy" && field.From is not null && field.To is not null && from != to) return $"{name} moved from {from} to {to}";
        if (from == to || !ValueWords.IsShort(from) || !ValueWords.IsShort(to)) return $"{name} changed";
        // A value that is a sentence brings its own full stop, and ours would make two.
        (from, to) = (from.TrimEnd('.'), to.TrimEnd('.'));
        if (field.From is null) return $"{name} now stated: {to}";
        return field.To is null ? $"{name} no longer stated; it was {from}" : $"{name} changed from {from} to {to}";
    }

    private static string Fields(View view, IReadOnlyList<FieldChange> fields, string before, string otherwise = "")
    {
        var said = fields.Where(f => f.Field != "effectiveText" || fields.Count == 1).Select(f => Say(view, f)).Distinct(StringComparer.Ordinal).ToList();
        return said.Count == 0 ? otherwise : before + string.Join("; ", said);
    }

    private static string Of(View view, RecordChange change) =>
        (change.Version.Body ?? change.Before?.Body) is Commitment { Who.Count: > 0 } commitment
            ? " of " + Words.And([.. Names.Organisations(view, commitment.Who).Select(o => o.Name)]) : "";
}
