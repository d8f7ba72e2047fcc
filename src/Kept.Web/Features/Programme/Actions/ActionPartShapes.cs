using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Actions;

public sealed record RequirementShape(string Id, int N, string Text, IReadOnlyList<string> Parts, SourceShape Source)
{
    public static RequirementShape Of(View view, Requirement r) => new(r.Id, r.N, r.Text, r.Parts, SourceShape.Of(view, r.Source));
}

/// <summary>One point that organisations made, in our summary.</summary>
public sealed record HeardShape(string Id, int N, string Text, SourceShape Source)
{
    public static HeardShape Of(View view, Point p) => new(p.Id, p.N, p.Text, SourceShape.Of(view, p.Source));
}

/// <summary>A body and its part in the action; <see cref="Id"/> is the body's.</summary>
public sealed record LeadShape(string Id, string Name, string Role, string? Scope, string? Wording, SourceShape Source)
{
    public static LeadShape Of(View view, Lead lead) => new(
        lead.Organisation, Names.Organisation(view, lead.Organisation).Name, lead.Role, lead.Scope, lead.Wording, SourceShape.Of(view, lead.Source));
}

/// <summary>A next step. Nobody named is an empty <see cref="Who"/>; our reading is kept apart.</summary>
public sealed record NextStepShape(
    string Id, int N, string Text, IReadOnlyList<IdName> Who, IReadOnlyList<IdName> With, IReadOnlyList<IdName> WhoInferred,
    IReadOnlyList<DueShape> Due, string? Note, SourceShape Source)
{
    public static NextStepShape Of(View view, NextStep n) => new(
        n.Id, n.N, n.Text, Names.Organisations(view, n.Who), Names.Organisations(view, n.With), Names.Organisations(view, n.WhoInferred),
        [.. n.Due.Select(DueShape.Of)], n.Note, SourceShape.Of(view, n.Source));
}

/// <summary>A step of a timetable that was printed with the action.</summary>
public sealed record TimetableShape(int Step, string Title, DueShape Due, string? Of, SourceShape Source)
{
    public static TimetableShape From(View view, TimetableStep t) => new(t.Step, t.Title, DueShape.Of(t.Due), t.Of, SourceShape.Of(view, t.Source));
}

public sealed record RemarkShape(string? Id, string Topic, string Text, SourceShape Source)
{
    public static RemarkShape Of(View view, Remark r) => new(r.Id, r.Topic, r.Text, SourceShape.Of(view, r.Source));
}

/// <summary>Something a later document says came of the action.</summary>
public sealed record OutcomeShape(string Id, string? Requirement, string Text, SourceShape Source)
{
    public CorrectionShape? Correction { get; init; }

    public static OutcomeShape Of(View view, Version<Outcome> o) => new(o.Id, o.Body.Requirement, o.Body.Text, SourceShape.Of(view, o.Body.Source))
    {
        Correction = CorrectionShape.Of(view, o.Source),
    };
}
