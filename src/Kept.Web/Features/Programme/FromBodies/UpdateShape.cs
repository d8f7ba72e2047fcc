using System.Text.Json.Serialization;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.FromBodies;

/// <summary>What a body says of a record, in its own words.</summary>
public sealed record UpdateShape : RecordShape
{
    /// <summary>The record it is about, as "commitment/...".</summary>
    public required string Of { get; init; }

    /// <summary>What that record is called.</summary>
    public required string Title { get; init; }
    public required IdName Body { get; init; }
    public string? Said { get; init; }

    /// <summary>Whether the words were shortened or changed by an editor.</summary>
    public required bool Edited { get; init; }
    public required bool StillTrue { get; init; }
    public string? Status { get; init; }
    public string? NewDate { get; init; }
    public string? WhyMoved { get; init; }
    public required IReadOnlyList<Proof> Evidence { get; init; }

    /// <summary>Statutory reports that it also feeds.</summary>
    public required IReadOnlyList<string> Reports { get; init; }

    /// <summary>The actions it is about, or that what it is about belongs to.</summary>
    public required IReadOnlyList<IdTitle> Actions { get; init; }
    public required IReadOnlyList<IdTitle> Areas { get; init; }

    /// <summary>The day the body sent it.</summary>
    public required DateOnly Sent { get; init; }

    /// <summary>How it came.</summary>
    public required string Came { get; init; }

    public static UpdateShape From(View view, Version<Update> version, string page)
    {
        var subject = RecordKey.Parse(version.Body.Of);
        var actions = ActionsOf(view, subject);
        return new()
        {
            Id = version.Id,
            Url = $"{page}#{version.Id}",
            Version = version.Entry.Version,
            Entry = version.Entry.Number,
            Effective = version.Effective,
            Recorded = version.Entry.Recorded,
            Correction = CorrectionShape.Of(view, version.Source),
            Of = version.Body.Of,
            Title = RecordTitle.Of(view, subject),
            Body = Names.Organisation(view, version.Body.Body),
            Said = version.Body.Said,
            Edited = version.Body.Edited,
            StillTrue = version.Body.StillTrue,
            Status = version.Body.Status,
            NewDate = version.Body.NewDate,
            WhyMoved = version.Body.WhyMoved,
            Evidence = version.Body.Evidence,
            Reports = version.Body.Reports,
            Actions = [.. actions.Select(a => Names.Action(view, a))],
            Areas = [.. actions.Select(a => view.Find<PlanAction>(a)?.Body.Area).OfType<string>().Distinct(StringComparer.Ordinal).Select(a => Names.Area(view, a))],
            Sent = version.Body.Sent,
            Came = version.Body.Came,
        };
    }

    private static IReadOnlyList<string> ActionsOf(View view, RecordKey subject) => view.InForce(subject) switch
    {
        { Body: PlanAction } => [subject.Id],
        { Body: Commitment c } => c.Actions,
        { Body: Milestone { Action: { } action } } => [action],
        _ => [],
    };
}

/// <summary>How one body stands to what is one for many, or to what it was asked.</summary>
/// <param name="State">answered, asked, asked-no-answer or not-asked.</param>
/// <param name="Update">The id of the last thing it said.</param>
public sealed record AnswerShape(IdName Body, string State, string? Update, string? Status, DateOnly? Said, DateOnly? Asked, DateOnly? AnswerBy)
{
    [JsonIgnore]
    public string Words => State switch
    {
        "answered" => "Answered",
        "asked" => "Asked",
        "asked-no-answer" => "Asked, no answer",
        _ => "Not asked",
    };
}

/// <summary>What the programme asked, and why.</summary>
public sealed record RequestShape(string Id, DateOnly Asked, DateOnly AnswerBy, IReadOnlyList<IdName> Bodies, string? Why);

/// <summary>Everything that was heard from bodies of one record, and from whom nothing was.</summary>
public sealed record HeardFromBodies(IReadOnlyList<UpdateShape> Updates, IReadOnlyList<AnswerShape> Answers, IReadOnlyList<RequestShape> Requests)
{
    public static HeardFromBodies Of(View view, RecordKey key, string page) => new(
        [.. view.UpdatesOf(key).Select(u => UpdateShape.From(view, u, page))],
        [.. view.AnswersOf(key).Select(a => new AnswerShape(Names.Organisation(view, a.Body), a.State(view.At), a.Update?.Id, a.Update?.Body.Status, a.Update?.Effective, a.Request?.Effective, a.Request?.Body.AnswerBy))],
        [.. view.RequestsOf(key).Select(r => new RequestShape(r.Id, r.Effective, r.Body.AnswerBy, Names.Organisations(view, r.Body.Bodies), r.Source.Why))]);
}
