using Kept.Core.Feedback;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Questionnaires;

/// <summary>
/// What a body answered goes to the one queue in which everything of bodies is decided, under the reply's own reference. What names no
/// body, and what only those who safeguard may read, never does.
/// </summary>
public static class ReplyInQueue
{
    private const int LongestTitle = 140;

    /// <summary>Who sent it, and whether they want to be told when it moves.</summary>
    /// <param name="Account">The account that pressed “Send”; null for whoever has none.</param>
    public sealed record Sender(string? Account, bool TellMe = false);

    /// <summary>The contribution that a reply becomes; null where it becomes none.</summary>
    public static Contribution? Of(Reply reply, Form form, Sender by, View record)
    {
        if (reply is not { Sent: { } sent, Reference: { } reference, Body: { } body, IsSafeguarded: false, Erased: null }) return null;
        // Entered for a body from a form that asks what may be done with it: what may not be published does not stand where things are.
        if (form.Audience == Audience.Anyone && !reply.MayBePublished) return null;
        var counted = SendReply.Counted(reply, form);
        var about = ActionOf(counted, record);
        var author = by.Account ?? reply.AccountId ?? reply.EnteredBy ?? reply.Id;
        var made = new Contribution
        {
            Reference = reference,
            FormKey = reply.Id,
            Kind = ContributionKind.Answers,
            State = ContributionState.Received,
            Body = body,
            About = about?.Key.ToString(),
            AboutVersion = about?.Entry.Version,
            Action = about?.Id,
            Title = TitleOf(form),
            Told = new() { Words = WordsOf(counted, record) },
            Author = author,
            Provenance = ProvenanceOf(reply, by),
            CameOn = reply.CameOn,
            Made = reply.Made,
            Sent = sent,
            Seconds = reply.EnteredBy is not null ? 0 : (int)Math.Clamp((sent - reply.Made).TotalSeconds, 0, SendContribution.MostSeconds),
            TellMe = by.TellMe,
        };
        made.Note(StepKind.Sent, author, sent);
        return made;
    }

    /// <summary>The answers that count as plain text: a question, and its answer below it.</summary>
    public static string WordsOf(IReadOnlyList<(FormQuestion Question, Given Given)> counted, View record)
    {
        var said = counted.Where(c => !c.Given.IsEmpty).Select(c => $"{c.Question.Label}\n{string.Join('\n', AnswerWords.Of(c.Question, c.Given, record))}");
        return string.Join("\n\n", said.DefaultIfEmpty("Every question was left empty."));
    }

    // Where several actions were named, an editor says which it is about.
    private static Version<PlanAction>? ActionOf(IReadOnlyList<(FormQuestion Question, Given Given)> counted, View record) =>
        counted.Where(c => c.Question.Kind == QuestionKind.Actions).SelectMany(c => c.Given.Values).Distinct(StringComparer.Ordinal).ToList() is [var only] ? record.Find<PlanAction>(only) : null;

    private static string TitleOf(Form form)
    {
        var title = "Answers to " + form.Title;
        return title.Length <= LongestTitle ? title : title[..(LongestTitle - 1)].TrimEnd() + "…";
    }

    private static Provenance ProvenanceOf(Reply reply, Sender by) => reply.Channel switch
    {
        Channel.Web => by.Account is null && reply.AccountId is null ? Provenance.Link : Provenance.Web,
        Channel.Paper => Provenance.Paper,
        Channel.Telephone => Provenance.Telephone,
        Channel.Email => Provenance.Email,
        _ => throw new ArgumentOutOfRangeException(nameof(reply)),
    };
}
