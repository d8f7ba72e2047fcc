namespace Kept.Core.Questionnaires;

/// <summary>Keeps what was answered to one question of a reply that was not sent yet.</summary>
public static class SaveAnswer
{
    /// <summary>Whether it was kept: not where the reply was sent, its link has ended, or its version asks no such question.</summary>
    public static bool Of(Reply reply, Form form, string question, Given given, DateTimeOffset now)
    {
        if (reply.Sent is not null || !reply.IsOpen(now) || form.Find(question) is null) return false;
        reply.Answers = new Dictionary<string, Given>(reply.Answers, StringComparer.Ordinal) { [question] = given };
        BeginReply.Touch(reply, now);
        return true;
    }

    /// <summary>What may be done with a reply to a form that is open to anyone, beside the team's reading it. Nothing is taken for granted.</summary>
    public static void Agree(Reply reply, Form form, bool mayBeUsed, bool mayBePublished)
    {
        if (form.Audience == Audience.Anyone && reply.Sent is null) (reply.MayBeUsed, reply.MayBePublished) = (mayBeUsed, mayBePublished);
    }

    /// <summary>Whoever answers a form that is open to anyone says that somebody may be at risk, or no longer says so.</summary>
    public static void Risk(Reply reply, Form form, bool atRisk, DateTimeOffset now)
    {
        if (form.Audience != Audience.Anyone || reply.Sent is not null || reply.AtRisk == atRisk) return;
        reply.AtRisk = atRisk;
        BeginReply.Touch(reply, now);
    }
}
