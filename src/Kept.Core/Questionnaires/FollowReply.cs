using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Foundation;

namespace Kept.Core.Questionnaires;

/// <summary>What staff did with a reply, for whoever sent it.</summary>
public static class FollowReply
{
    /// <summary>The first time that staff say they have read it, or do something with it; null every time after.</summary>
    public static ReplyStep? Read(Reply reply, IEnumerable<ReplyStep> before, string by, DateTimeOffset now) =>
        reply.Sent is null || before.Any(s => s.What == ReplyDeed.Read) ? null : new() { ReplyId = reply.Id, What = ReplyDeed.Read, At = now, By = by };

    /// <summary>It was used in something that can be read; only where whoever sent it agreed, or it came by invitation.</summary>
    public static (ReplyStep? Step, Refusal? Why) Used(Reply reply, Form form, string? address, Func<string, bool> isPage, Person by, DateTimeOffset now)
    {
        if (!by.May(Power.ReadContributions)) return (null, new("Only those who read what was sent say in what it was used."));
        if (Objection(reply, form) is { } objection) return (null, objection);
        return UsedIn.Objection(address, isPage) is { } refusal ? (null, refusal) : (new() { ReplyId = reply.Id, What = ReplyDeed.Used, At = now, By = by.Id, Link = address!.Trim() }, null);
    }

    /// <summary>Why nothing may be made with it, by what its sender agrees to now; null where something may.</summary>
    public static Refusal? Objection(Reply reply, Form form) =>
        MayBeUsed(reply, form) ? null : new("Whoever sent this agreed that the team reads it, and to nothing else.", "Nothing was recorded.", "It cannot be used.");

    /// <summary>Whether anything may be made with it: of a form that is open to anyone only what was agreed to.</summary>
    public static bool MayBeUsed(Reply reply, Form form) => form.Audience != Audience.Anyone || reply.MayBeUsed || reply.MayBePublished;
}
