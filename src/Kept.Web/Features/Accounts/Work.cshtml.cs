using Kept.Core.Accounts;
using Kept.Web.Features.Notices;
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
            if (Me.May(Power.ManagePeople)) yield return ("People", AccountLinks.People, "Invite people, and say what each may do.");
            if (Me.May(Power.SeeService)) yield return ("The outbox", NoticeLinks.Outbox, "E-mail that waits to be sent, and what could not be.");
            yield return ("Your account", AccountLinks.Own, "How you sign in, and where you are signed in.");
        }
    }

    public void OnGet() { }
}
