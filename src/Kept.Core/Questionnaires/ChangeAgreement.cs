using Kept.Core.Accounts;
using Kept.Core.Foundation;

namespace Kept.Core.Questionnaires;

/// <summary>
/// Whoever holds the reference of a reply to a form that is open to anyone says anew what may be done with it. To agree to less is always
/// taken; to agree to more only from somebody who saw what stands, and who is not signed in: staff see references too.
/// </summary>
public static class ChangeAgreement
{
    /// <summary>Who did it, where nobody is signed in: whoever sent it, as far as anybody can know.</summary>
    public const string Sender = "sender";

    /// <summary>What was asked for.</summary>
    /// <param name="Seen">What <see cref="StateOf"/> said when the form was drawn.</param>
    public sealed record Wish(bool MayBeUsed, bool MayBePublished, long Seen);

    /// <summary>Tells one state of what is agreed from the next.</summary>
    public static long StateOf(Reply reply) => reply.Agreed?.UtcTicks ?? 0;

    /// <summary>The dated step; null with no refusal where it stands like this already.</summary>
    /// <param name="signedIn">Who is signed in where it is done; null for nobody.</param>
    public static (ReplyStep? Step, Refusal? Why) Of(Reply reply, Form form, Wish wish, Person? signedIn, DateTimeOffset now)
    {
        if (form.Audience != Audience.Anyone || reply.Sent is null) return (null, new("Nothing was asked here that could be changed.", "Nothing was changed."));
        if ((wish.MayBeUsed, wish.MayBePublished) == (reply.MayBeUsed, reply.MayBePublished)) return (null, null);
        if ((wish.MayBeUsed && !reply.MayBeUsed) || (wish.MayBePublished && !reply.MayBePublished))
        {
            if (signedIn is not null) return (null, new("You are signed in. For somebody who asks, you can take back what they agreed to; only whoever sent it can agree to more, without being signed in.", "Nothing was changed."));
            if (reply.Erased is not null) return (null, new("What was written is erased, so there is nothing more to agree to.", "Nothing was changed."));
            if (wish.Seen != StateOf(reply)) return (null, new("This was changed since you opened the page, perhaps by yourself in another window.", "Nothing was changed.", "Look at what stands now, then choose again."));
        }
        (reply.MayBeUsed, reply.MayBePublished) = (wish.MayBeUsed, wish.MayBePublished);
        reply.Agreed = now;
        reply.Revision++;
        return (new() { ReplyId = reply.Id, What = ReplyDeed.Agreed, At = now, By = signedIn?.Id ?? Sender, MayBeUsed = wish.MayBeUsed, MayBePublished = wish.MayBePublished }, null);
    }
}
