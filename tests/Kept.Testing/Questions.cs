using Kept.Core.Foundation;
using Kept.Core.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Kept.Testing;

/// <summary>Questionnaires for tests: small forms, made live without the pages that make them.</summary>
public static class Questions
{
    private const string Sample = "sample00", Word = "samplew0rd", SentReference = "SENT-0001", AtRisk = "RISK-0001";

    /// <summary>An address for each route of questionnaires.</summary>
    public static IReadOnlyDictionary<string, string> Samples { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/answer/{questionnaire}"] = $"/answer/{Sample}",
        ["/answer/{questionnaire}/paper"] = $"/answer/{Sample}/paper",
        ["/answer/{questionnaire}/{word}"] = $"/answer/{Sample}/{Word}",
        ["/answer/{questionnaire}/{word}/check"] = $"/answer/{Sample}/{Word}/check",
        ["/answer/{questionnaire}/{word}/sent"] = $"/answer/{Sample}/{Word}/sent",
        ["/answer/{questionnaire}/{word}/{question}"] = $"/answer/{Sample}/{Word}/qfirst",
        ["/work/questionnaires/{id}"] = $"/work/questionnaires/{Sample}",
        ["/work/questionnaires/{id}/enter"] = $"/work/questionnaires/{Sample}/enter",
        ["/work/questionnaires/{id}/exit/{exit}"] = $"/work/questionnaires/{Sample}/exit/xout",
        ["/work/questionnaires/{id}/invited"] = $"/work/questionnaires/{Sample}/invited",
        ["/work/questionnaires/{id}/preview/{step?}"] = $"/work/questionnaires/{Sample}/preview/qfirst",
        ["/work/questionnaires/{id}/question/{question}"] = $"/work/questionnaires/{Sample}/question/qfirst",
        ["/work/questionnaires/{id}/replies"] = $"/work/questionnaires/{Sample}/replies",
        ["/work/questionnaires/{id}/replies/download"] = $"/work/questionnaires/{Sample}/replies/download",
        ["/work/questionnaires/{id}/replies/{reference}"] = $"/work/questionnaires/{Sample}/replies/{SentReference}",
        ["/work/questionnaires/{id}/section/{section}"] = $"/work/questionnaires/{Sample}/section/sone",
        ["/work/questionnaires/{id}/words"] = $"/work/questionnaires/{Sample}/words",
        ["/work/safeguarding/{reference}"] = $"/work/safeguarding/{AtRisk}",
    };

    /// <summary>A form of three questions: the first leads on, to the last, or out.</summary>
    public static Form Small(Audience audience = Audience.Anyone, string title = "How it is") => new()
    {
        Title = title,
        Audience = audience,
        About = "About how things are.",
        Takes = "Five minutes",
        Readers = "Two people read it.",
        Next = "We read it.",
        Help = "When somebody may be seriously harmed.",
        Sections =
        [
            new("sone", "First things")
            {
                Questions =
                [
                    new("qfirst", QuestionKind.OneChoice, "Does it help?") { Required = true, Options = ["Yes", "No", "Not for me"], Routes = [new("No", "qlast"), new("Not for me", "xout")] },
                    new("qhow", QuestionKind.ShortText, "How does it help?") { Required = true },
                ],
            },
            new("stwo", "Last things") { Questions = [new("qlast", QuestionKind.LongText, "What else should we know?")] },
        ],
        Exits = [new("xout", "Then this is not for you", "There is nothing more to ask.")],
    };

    /// <summary>Makes a form live under an id, as its first version.</summary>
    public static async Task Live(this TestSite site, string id, Form form)
    {
        var questionnaire = new Questionnaire { Id = id, Title = form.Title, State = QuestionnaireState.Live, Version = 1, Made = site.Clock.GetUtcNow(), MadeBy = "operator" };
        await site.Workroom.Write(w =>
        {
            w.Questionnaires.Add(questionnaire);
            w.FormVersions.Add(new FormVersion { QuestionnaireId = id, Number = 1, Form = form, Made = site.Clock.GetUtcNow(), MadeBy = "operator" });
            return Task.CompletedTask;
        });
    }

    /// <summary>One live questionnaire with a reply begun, one sent, and one that says that somebody is at risk.</summary>
    public static async Task Fill(TestSite site)
    {
        if (await site.Workroom.Read(w => w.Questionnaires.AnyAsync(q => q.Id == Sample))) return;
        await site.Live(Sample, Small(Audience.Invited));
        await site.Workroom.Write(w =>
        {
            w.Replies.AddRange(Of(site, Word, null, false), Of(site, "another", SentReference, false), Of(site, "a third", AtRisk, true));
            return Task.CompletedTask;
        });
    }

    /// <summary>A reply that was sent, of which both may be done: used and published.</summary>
    public static Task Sent(TestSite site, string questionnaire, string reference) => site.Workroom.Write(w =>
    {
        var reply = Of(site, reference, reference, false, questionnaire);
        (reply.MayBeUsed, reply.MayBePublished) = (true, true);
        w.Replies.Add(reply);
        return Task.CompletedTask;
    });

    private static Reply Of(TestSite site, string word, string? reference, bool atRisk, string questionnaire = Sample)
    {
        var now = site.Clock.GetUtcNow();
        return new()
        {
            Id = RandomId.HashOf(word),
            QuestionnaireId = questionnaire,
            Version = 1,
            Made = now,
            Saved = now,
            Ends = now + Reply.Lasts,
            Answers = new Dictionary<string, Given>(StringComparer.Ordinal) { ["qfirst"] = new(["Yes"]), ["qhow"] = new(["It does."]) },
            Sent = reference is null ? null : now,
            Reference = reference,
            AtRisk = atRisk,
            IsSafeguarded = atRisk,
        };
    }
}
