using System.Text.Json.Serialization;

namespace Kept.Core.Questionnaires;

/// <summary>Everything a form asks and says. Once it is live it is frozen as it stands; a change makes another.</summary>
public sealed record Form
{
    public required string Title { get; init; }

    public Audience Audience { get; init; }

    /// <summary>What it is about, for the page before the first question.</summary>
    public string About { get; init; } = "";

    /// <summary>How long it takes, in words: "About ten minutes".</summary>
    public string Takes { get; init; } = "";

    /// <summary>Who reads the answers.</summary>
    public string Readers { get; init; } = "";

    /// <summary>What happens after it was sent.</summary>
    public string Next { get; init; } = "";

    /// <summary>When those who read it must get help; for forms that are open to anyone.</summary>
    public string Help { get; init; } = "";

    public IReadOnlyList<FormSection> Sections { get; init; } = [];

    public IReadOnlyList<ExitPage> Exits { get; init; } = [];

    /// <summary>All questions in order.</summary>
    [JsonIgnore]
    public IEnumerable<FormQuestion> Questions => Sections.SelectMany(s => s.Questions);

    public FormQuestion? Find(string? question) => Questions.FirstOrDefault(q => q.Id == question);

    /// <summary>The section that holds a question.</summary>
    public FormSection SectionOf(FormQuestion question) => Sections.First(s => s.Questions.Any(q => q.Id == question.Id));

    /// <summary>The place of a question among all, from 1; 0 where it is none of them.</summary>
    public int NumberOf(string question) => Questions.Select(q => q.Id).ToList().IndexOf(question) + 1;
}

/// <summary>Questions that belong together.</summary>
public sealed record FormSection(string Id, string Title)
{
    public IReadOnlyList<FormQuestion> Questions { get; init; } = [];
}

/// <summary>One question, alone on its page.</summary>
public sealed record FormQuestion(string Id, QuestionKind Kind, string Label)
{
    public string Hint { get; init; } = "";

    public bool Required { get; init; }

    /// <summary>What can be chosen, where it is a choice. An answer is kept as these words.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>What a number counts: "children", "hours a week".</summary>
    public string Unit { get; init; } = "";

    public IReadOnlyList<FormRoute> Routes { get; init; } = [];
}

/// <summary>Where an answer leads. <paramref name="When"/> is an option, or empty for any answer; <paramref name="To"/> is the id of a question, a section or an exit page, or <see cref="End"/>.</summary>
public sealed record FormRoute(string When, string To)
{
    /// <summary>To the page where the answers are checked and sent.</summary>
    public const string End = "end";
}

/// <summary>A page where a form ends without being sent, because it is not meant for whoever answered so.</summary>
public sealed record ExitPage(string Id, string Title, string Words);
