using Kept.Core.Foundation;

namespace Kept.Core.Questionnaires;

/// <summary>Whether a questionnaire can be answered.</summary>
public enum QuestionnaireState
{
    Draft,
    Live,
    Closed,
}

/// <summary>A questionnaire: the form that is being worked on, and which of its frozen versions is live.</summary>
public sealed class Questionnaire
{
    /// <summary>Eight letters and digits: its address is short enough to type from paper, and says nothing.</summary>
    public required string Id { get; init; }

    public required string Title { get; set; }

    public QuestionnaireState State { get; set; }

    /// <summary>What is being worked on; null where the newest version is all there is.</summary>
    public Form? Draft { get; set; }

    /// <summary>The number of the version that is, or was last, live; null before the first.</summary>
    public int? Version { get; set; }

    /// <summary>The account of the safeguarding reviewer, and of the deputy, where it is open to anyone.</summary>
    public string? Reviewer { get; set; }

    public string? Deputy { get; set; }

    public required DateTimeOffset Made { get; init; }

    public required string MadeBy { get; init; }

    public DateTimeOffset? Closed { get; set; }

    /// <summary>Grows with every change, so that nobody writes over what they have not seen.</summary>
    public int Revision { get; set; }

    /// <summary>A new one, with a first section; or what is wrong with what was asked for.</summary>
    public static (Questionnaire? Made, IReadOnlyList<(string Field, string Why)> Refusals) Make(string? title, Audience? audience, string by, DateTimeOffset now)
    {
        var refusals = new List<(string, string)>();
        if (string.IsNullOrWhiteSpace(title)) refusals.Add(("Title", "Write what it is called."));
        if (title?.Length > CheckAnswer.LongestLine) refusals.Add(("Title", "This is too long for a title."));
        if (audience is null) refusals.Add(("Audience", "Choose who may answer."));
        return refusals.Count > 0 ? (null, refusals)
            : (Of(new() { Title = title!.Trim(), Audience = audience!.Value, Sections = [new(EditForm.NewId('s'), "Questions")] }, by, now), []);
    }

    /// <summary>A new one with a form that is there already.</summary>
    public static Questionnaire Of(Form form, string by, DateTimeOffset now) =>
        new() { Id = RandomId.Next()[..8], Title = form.Title, Draft = form, Made = now, MadeBy = by };

    /// <summary>Changes what is worked on; a live one gets a draft beside it. Refused where somebody else changed it since <paramref name="seen"/>.</summary>
    public Refusal? Change(Form? live, int seen, Func<Form, Form> edit)
    {
        if (seen != Revision) return new("Somebody changed this questionnaire since you opened it.", "Nothing was saved yet; what you wrote still stands here.", "Look at what stands now, then save again to put yours in its place.");
        var before = Draft ?? live ?? throw new InvalidOperationException("A questionnaire has a draft or a version.");
        Draft = edit(before);
        Title = Draft.Title;
        Revision++;
        return null;
    }
}

/// <summary>One version of a form, frozen when it went live. Nothing in it ever changes.</summary>
public sealed class FormVersion
{
    public required string QuestionnaireId { get; init; }

    public required int Number { get; init; }

    public required Form Form { get; init; }

    public required DateTimeOffset Made { get; init; }

    public required string MadeBy { get; init; }
}
