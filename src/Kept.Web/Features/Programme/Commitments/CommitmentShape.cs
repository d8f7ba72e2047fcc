using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.Features.Programme.FromBodies;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Commitments;

public sealed record CommitmentShape : RecordShape
{
    public required string Text { get; init; }
    public required IReadOnlyList<IdTitle> Actions { get; init; }

    /// <summary>Owners the source names; nobody named is said in <see cref="RecordShape.Unknown"/>.</summary>
    public required IReadOnlyList<IdName> Who { get; init; }
    public required IReadOnlyList<IdName> With { get; init; }
    public required IReadOnlyList<IdName> Concerns { get; init; }

    /// <summary>Our reading, never counted as an owner.</summary>
    public required IReadOnlyList<IdName> WhoInferred { get; init; }
    public required IReadOnlyList<DueShape> Due { get; init; }

    /// <summary>Every time its date was said otherwise, oldest first.</summary>
    public required IReadOnlyList<DateMoveShape> Moves { get; init; }
    public required IReadOnlyList<AmountShape> Amounts { get; init; }
    public required IReadOnlyList<Reach> Reach { get; init; }
    public required string Status { get; init; }
    public required string StatusWording { get; init; }
    public required string StatusBasis { get; init; }

    /// <summary>Whether a date passed and nothing was heard, on the day of the View.</summary>
    public required bool Passed { get; init; }
    public required IReadOnlyList<PrintedShape> Printed { get; init; }
    public required IReadOnlyList<SourceShape> Sources { get; init; }
    public string? Note { get; init; }

    /// <summary>What bodies say of it, newest first.</summary>
    public required IReadOnlyList<UpdateShape> Updates { get; init; }

    /// <summary>Where it is one for many bodies, or several were asked: an answer from each.</summary>
    public required IReadOnlyList<AnswerShape> Answers { get; init; }

    /// <summary>When bodies were asked, newest first.</summary>
    public required IReadOnlyList<RequestShape> Requests { get; init; }
    public required IReadOnlyList<HistoryShape> History { get; init; }

    public static CommitmentShape Of(Reading reading, Version<Commitment> version)
    {
        var (view, body) = (reading.View, version.Body);
        var mark = view.Mark();
        view.InForce(version.Key);
        var heard = HeardFromBodies.Of(view, version.Key, ProgrammeLinks.Commitment(version.Id));
        var history = HistoryShape.Of(view, version.Key);
        var shape = new CommitmentShape
        {
            Id = version.Id,
            Url = ProgrammeLinks.Commitment(version.Id),
            Version = version.Entry.Version,
            Entry = 0,
            Effective = version.Effective,
            EffectiveText = body.EffectiveText,
            Recorded = version.Entry.Recorded,
            Correction = CorrectionShape.Of(view, version.Source),
            Text = body.Text,
            Actions = [.. body.Actions.Select(a => Names.Action(view, a))],
            Who = Names.Organisations(view, body.Who),
            With = Names.Organisations(view, body.With),
            Concerns = Names.Organisations(view, body.Concerns),
            WhoInferred = Names.Organisations(view, body.WhoInferred),
            Due = [.. body.Due.Select(DueShape.Of)],
            Moves = DateMoveShape.Of(view, version.Key),
            Amounts = [.. body.Amounts.Select(AmountShape.Of)],
            Reach = body.Reach,
            Status = body.Status,
            StatusWording = body.StatusWording,
            StatusBasis = body.StatusBasis,
            Passed = view.PassedWithNothingHeard(version).Any(),
            Printed = [.. body.Printed.Select(p => PrintedShape.Of(view, p))],
            Sources = [.. body.Printed.Select(p => SourceShape.Of(view, p.Source))],
            Note = body.Note,
            Updates = heard.Updates,
            Answers = heard.Answers,
            Requests = heard.Requests,
            History = history,
            Unknown = UnknownOf(body),
        };
        return shape with { Entry = view.Since(mark) };
    }

    private static Dictionary<string, string> UnknownOf(Commitment body)
    {
        var unknown = new Dictionary<string, string>(StringComparer.Ordinal);
        if (body.Who.Count == 0) unknown["who"] = Unknowns.NotStated;
        if (body.Due.Count == 0) unknown["due"] = Unknowns.NotStated;
        if (body.Amounts.Count == 0) unknown["amounts"] = Unknowns.NotStated;
        return unknown;
    }
}

/// <summary>One printed wording of a commitment.</summary>
public sealed record PrintedShape(
    string Id, string Action, string ActionTitle, string Text, string Status, string StatusWording, IReadOnlyList<string> OtherStatusWordings,
    IReadOnlyList<IdName> Who, IReadOnlyList<DueShape> Due, SourceShape Source)
{
    public static PrintedShape Of(View view, PrintedCommitment p) => new(
        p.Id, p.Action, Names.Action(view, p.Action).Title, p.Text, p.Status, p.StatusWording, p.OtherStatusWordings,
        Names.Organisations(view, p.Who), [.. p.Due.Select(DueShape.Of)], SourceShape.Of(view, p.Source));
}
