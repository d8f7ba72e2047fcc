using Kept.Core.Assessments;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Actions;

/// <summary>The newest published assessment of an action; category "not-assessed", and nothing else, where there is none.</summary>
public sealed record AssessmentShape(
    string Category, string? Wording, DateOnly? Effective, string? EffectiveText, IdName? Assessor, IReadOnlyList<RemarkShape> Remarks,
    string? Note, SourceShape? Source)
{
    public CorrectionShape? Correction { get; init; }

    public static AssessmentShape NotAssessed { get; } = new(Categories.NotAssessed, null, null, null, null, [], null, null);

    public static AssessmentShape Of(View view, RecordKey action) =>
        view.Naming<Assessment>(action).OrderBy(a => a.Effective).Select(a => From(view, a)).LastOrDefault() ?? NotAssessed;

    private static AssessmentShape From(View view, Version<Assessment> assessment)
    {
        var body = assessment.Body;
        return new(
            body.Category, body.Wording, assessment.Effective, body.EffectiveText, Names.Organisation(view, body.Assessor),
            [.. body.Remarks.Select(r => RemarkShape.Of(view, r))], body.Note, SourceShape.Of(view, body.Source))
        {
            Correction = CorrectionShape.Of(view, assessment.Source),
        };
    }

    public bool IsAssessed => Effective is not null;

    /// <summary>"about June 2021" where the source prints no day, "on 30 June 2021" where it does.</summary>
    public string When => Effective is { } day ? AssessedOn.Say(day, EffectiveText) : "";

    /// <summary>Whether more than twelve months have gone since.</summary>
    public bool IsOld(DateOnly today) => Effective is { } day && day.AddMonths(12) < today;
}

/// <summary>The day of an assessment in words; never more exact than its source.</summary>
public static class AssessedOn
{
    public static string Say(DateOnly day, string? text) =>
        text is null ? "on " + Dates.Long(day) : "about " + day.ToString("MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
