using Kept.Core.Accounts;
using Kept.Core.Foundation;

namespace Kept.Core.Questionnaires;

/// <summary>Begins a reply to a questionnaire that is live, and gives the word of its link.</summary>
public static class BeginReply
{
    private const string NotOpen = "This questionnaire is not open.";

    /// <summary>For whoever comes: only where it is open to anyone. Nothing of who they are is kept, signed in or not.</summary>
    public static (Reply? Reply, string Word, string? Why) Anybody(Questionnaire questionnaire, Form form, DateTimeOffset now)
    {
        if (questionnaire.State != QuestionnaireState.Live) return (null, "", NotOpen);
        return form.Audience == Audience.Anyone ? Made(questionnaire, now, null, null) : (null, "", "This questionnaire is for people who were asked to answer it.");
    }

    /// <summary>For a body, by somebody who may write for it.</summary>
    public static (Reply? Reply, string Word, string? Why) ForBody(Questionnaire questionnaire, Form form, Person person, string? body, DateTimeOffset now)
    {
        if (questionnaire.State != QuestionnaireState.Live) return (null, "", NotOpen);
        if (form.Audience != Audience.Bodies) return (null, "", "This questionnaire is not for people who act for a body.");
        if (string.IsNullOrEmpty(body)) return (null, "", "Choose the body you answer for.");
        return person.May(Power.WriteForBody, body) ? Made(questionnaire, now, body, person.Id) : (null, "", "You do not write for this body.");
    }

    /// <summary>The invited begin: from now on it is bound to the version that is live. One that has begun stays as it is.</summary>
    public static string? Invited(Reply reply, Questionnaire questionnaire, DateTimeOffset now)
    {
        if (reply.Version is not null) return null;
        if (questionnaire.State != QuestionnaireState.Live) return NotOpen;
        reply.Version = questionnaire.Version;
        Touch(reply, now);
        return null;
    }

    internal static void Touch(Reply reply, DateTimeOffset now)
    {
        (reply.Saved, reply.Ends) = (now, now + Reply.Lasts);
        reply.Revision++;
    }

    private static (Reply, string, string?) Made(Questionnaire questionnaire, DateTimeOffset now, string? body, string? account)
    {
        var word = RandomId.Secret();
        return (new()
        {
            Id = RandomId.HashOf(word),
            QuestionnaireId = questionnaire.Id,
            Version = questionnaire.Version,
            Body = body,
            AccountId = account,
            Word = account is null ? null : word,
            Made = now,
            Saved = now,
            Ends = now + Reply.Lasts,
        }, word, null);
    }
}
