using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Records;

namespace Kept.Core.Questionnaires;

/// <summary>Asks a body or a person to answer: a reply that waits, and the word of its link, which is kept nowhere.</summary>
public static class InviteReply
{
    /// <summary>What was asked for, as it was typed.</summary>
    public sealed record Asked(string? Name, string? Email, string? Body);

    public static (Reply? Reply, string Word, IReadOnlyList<(string Field, string Why)> Refusals) Of(Questionnaire questionnaire, Form form, Asked asked, View record, DateTimeOffset now)
    {
        var refusals = new List<(string, string)>();
        if (questionnaire.State != QuestionnaireState.Live) refusals.Add(("", "Only a questionnaire that is live can be answered. Make it live first."));
        if (form.Audience != Audience.Invited) refusals.Add(("", "This questionnaire is not answered by invitation."));
        if (string.IsNullOrWhiteSpace(asked.Name)) refusals.Add(("Name", "Write who is asked: a person, or an office."));
        var email = EmailAddress.Read(asked.Email);
        if (email is null && !string.IsNullOrWhiteSpace(asked.Email)) refusals.Add(("Email", "Write a whole e-mail address, like name@example.org, or leave it empty."));
        var body = string.IsNullOrWhiteSpace(asked.Body) ? null : asked.Body;
        if (body is not null && record.Find<Organisation>(body) is null) refusals.Add(("Body", $"The record holds no body with the id {body}."));
        if (refusals.Count > 0) return (null, "", refusals);
        var word = RandomId.Secret();
        return (new()
        {
            Id = RandomId.HashOf(word),
            QuestionnaireId = questionnaire.Id,
            Body = body,
            InvitedName = asked.Name!.Trim(),
            InvitedEmail = email,
            Made = now,
            Saved = now,
            Ends = now + Reply.Lasts,
        }, word, []);
    }
}
