using Kept.Core.Accounts;
using Kept.Core.Organisations;
using Kept.Web.Features.Feedback;
using Kept.Web.Features.Notices;
using Kept.Web.Features.Questionnaires;
using Kept.Web.House.Work;

namespace Kept.Web.Features.Accounts;

/// <summary>Where somebody who is signed in begins: what is open to them, and nothing else.</summary>
[Needs(Power.EnterWork)]
public sealed class WorkModel : WorkPage
{
    public IEnumerable<(string Words, string Href, string What)> Rooms
    {
        get
        {
            foreach (var body in Me.Bodies) yield return (Reading.View.Find<Organisation>(body)?.Body.Name ?? body, FeedbackLinks.Body(body), "What falls to you, what you are wanted for, and what became of what you sent.");
            if (Me.May(Power.ReadContributions)) yield return ("What was sent", FeedbackLinks.Queue, "What bodies sent: read it, accept it, ask back.");
            if (Me.May(Power.RecordMeetings))
            {
                yield return ("Meetings", FeedbackLinks.Meetings, "What was said when we met, and whom we have not heard for long.");
                yield return ("Enter what came otherwise", FeedbackLinks.Enter, "What a body said on paper, by telephone or by e-mail.");
            }
            if (Me.May(Power.Moderate)) yield return ("Ask how something stands", FeedbackLinks.Ask, "Ask bodies about a commitment or an action, in the open.");
            if (Me.May(Power.WriteForBody)) yield return ("Questions to your body", QuestionnaireLinks.ToBodies, "What is asked now; answer it in a few minutes, or go on with what was begun.");
            if (Me.May(Power.Safeguard)) yield return ("Safeguarding", QuestionnaireLinks.Safeguarding, "What may say that somebody is at risk. Look within one working day.");
            if (Me.May(Power.ReadContributions)) yield return ("Questionnaires", QuestionnaireLinks.All, "What bodies and others are asked, and what they answered.");
            if (Me.May(Power.ManagePeople)) yield return ("People", AccountLinks.People, "Invite people, and say what each may do.");
            if (Me.May(Power.SeeService)) yield return ("The outbox", NoticeLinks.Outbox, "E-mail that waits to be sent, and what could not be.");
            if (Me.May(Power.EditTexts)) yield return ("Words of e-mail", NoticeLinks.Texts, "Say in which words Kept writes its e-mail.");
            if (Me.May(Power.HoldNotices)) yield return ("Pauses and holidays", NoticeLinks.Pauses, "Hold notices back before an election, and list the days on which nobody works.");
            yield return ("Your account", AccountLinks.Own, "How you sign in, and where you are signed in.");
        }
    }

    public void OnGet() { }
}
