using Kept.Core.Questionnaires;
using Kept.Core.Records;

namespace Kept.Web.Features.Questionnaires;

/// <summary>One question as whoever answers sees it, and as staff see it in the preview.</summary>
public sealed record QuestionView(Form Form, FormQuestion Asked, IReadOnlyList<string> Values, View Record)
{
    public string? Error { get; init; }

    /// <summary>What the same body last said.</summary>
    public LastAnswers.Said? Last { get; init; }

    /// <summary>The files that were added, as they are kept in the answer.</summary>
    public IReadOnlyList<string> Files => Asked.Kind == QuestionKind.File ? Values : [];

    /// <summary>Its place on the way, from 1.</summary>
    public int Number { get; init; } = 1;

    public bool AtRisk { get; init; }

    /// <summary>Whether somebody may say here that somebody is at risk.</summary>
    public bool AsksForRisk => Form.Audience == Audience.Anyone;

    /// <summary>"Question 3; at most 9 more".</summary>
    public string Progress => Routing.AtMostAfter(Form, Asked) switch
    {
        0 => FormattableString.Invariant($"Question {Number}, the last one"),
        1 => FormattableString.Invariant($"Question {Number}; at most one more"),
        var more => FormattableString.Invariant($"Question {Number}; at most {more} more"),
    };

    /// <summary>The section's title, where there are several.</summary>
    public string? Section => Form.Sections.Count > 1 ? Form.SectionOf(Asked).Title : null;
}
