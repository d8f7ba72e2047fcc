namespace Kept.Core.Notices;

/// <summary>Every e-mail that Kept sends, in the words it is shipped with.</summary>
public static class MailTexts
{
    public const string Invitation = "invitation";
    public const string NewWayIn = "new-way-in";
    public const string ConfirmFollow = "confirm-follow";
    public const string Digest = "digest";
    public const string BodyLetter = "body-letter";
    public const string Moved = "moved";
    public const string Queue = "queue";
    public const string Questionnaire = "questionnaire";
    public const string AnswerLink = "answer-link";
    public const string Safeguarding = "safeguarding";

    private static readonly Blank Programme = new("programme", "the name of the programme");
    private static readonly Blank Name = new("name", "the name of the person");
    private static readonly Blank Days = new("days", "how many days the link works");
    private static readonly Blank Until = new("until", "the day on which the link ends");
    private static readonly Blank Stop = new("stop", "the link that ends it and erases the address", Required: true, Secret: true);

    public static IReadOnlyList<MailText> All { get; } =
    [
        new(Invitation, "Invitation", "When somebody is invited to be an editor, a contributor and so on.", new("{programme}: you are invited", """
            {name},

            you are invited to be {role} of {programme}. {what}

            Open this link within {days} days. It works once:

            {link}

            If you did not expect this, do nothing: without the link nobody gets in.
            """), [Name, Programme, new("role", "what the person is to be"), new("what", "what that lets them do"), Days, new("link", "the link that opens the account", Required: true, Secret: true)]),
        new(NewWayIn, "New way in", "When somebody who lost their way in gets a new one.", new("{programme}: your new way in", """
            {name},

            somebody who looks after {programme} made you a new way in. Your old one works until you use it.

            Open this link within {days} days. It works once:

            {link}

            If you did not expect this, do nothing: without the link nobody gets in.
            """), [Name, Programme, Days, new("link", "the link that sets up the way in", Required: true, Secret: true)]),
        new(ConfirmFollow, "Please confirm", "When an address was given to follow something.", new("{programme}: do you want to follow this?", """
            Somebody gave this address to hear, {often}, what changes in:

            {thing}

            If that was you, open this link within {days} days and press the button:

            {link}

            If it was not you, do nothing. You get no more e-mail about this, and we erase the address after {days} days. To have it erased now:

            {stop}
            """), [Programme, new("thing", "what is to be followed"), new("often", "once a week or once a day"), Days, new("link", "the link that confirms it", Required: true, Secret: true), Stop]),
        new(Digest, "What changed", "At half past seven in the morning, every day or every Monday, when something changed in what somebody follows.", new("{programme}: {count} in what you follow", """
            What was recorded {since} in what you follow.

            {changes}

            See what you follow, change how often you hear from us, or end some of it:
            {mine}

            Stop all of it, and have your address erased:
            {stop}
            """), [Programme, new("count", "how many changes, such as “3 changes”"), new("since", "since when"), new("changes", "the changes, with links", Required: true),
            new("mine", "the link to what the reader follows", Required: true, Secret: true), Stop]),
        new(BodyLetter, "Letter to a body", "Once a month at most, on the morning of a working day, to whoever writes for a body: everything it is wanted for. What is wanted sooner goes at once.", new("{programme}: what {body} is wanted for", """
            {name},

            this is what the record shows for {body}:

            {wanted}

            Everything that falls to you, and what became of what you sent:
            {link}

            We write once a month at most, unless somebody waits for your answer.
            """), [Name, Programme, new("body", "the name of the body"), new("wanted", "what it is wanted for, with links", Required: true, Secret: true), new("link", "the link to its workspace", Required: true)]),
        new(Moved, "It moved", "When something moves that a contributor sent, if they asked to be told.", new("{programme}: {reference} has moved", """
            {name},

            what you sent as {reference} has moved: {moved}.

            See what became of it:
            {link}
            """), [Name, Programme, new("reference", "the reference"), new("moved", "what happened"), new("link", "the link to what was sent", Required: true)]),
        new(Queue, "What waits", "On the morning of a working day, to editors, when something waits for them.", new("{programme}: {count} to read", """
            {name},

            {count} from bodies wait for a decision. The oldest came on {oldest}.

            {link}
            """), [Name, Programme, new("count", "how many, such as “3 contributions”"), new("oldest", "when the oldest came"), new("link", "the link to the queue", Required: true)]),
        new(Questionnaire, "Questions", "When somebody is invited to answer a questionnaire.", new("{programme}: we would like to ask you something", """
            {name},

            we would like to hear from you: {title}.

            {about}

            How long it takes: {takes}
            Who reads it: {readers}

            This link opens the questions until {until}; no account is needed:

            {link}

            Whoever has the link can answer in your place, so please keep it to yourself.
            """), [Name, Programme, new("title", "what the questionnaire is called"), new("about", "what it is about"), new("takes", "how long it takes"), new("readers", "who reads it"),
            Until, new("link", "the link that opens the questions", Required: true, Secret: true)]),
        new(AnswerLink, "A link to go on", "When somebody who answers a questionnaire asks for the link that brings them back. It says nothing of what it is about.", new("The link you asked for", """
            Here is the link you asked for. It works until {until}:

            {link}

            Whoever has it can read and change what was written with it. If you did not ask for it, do nothing.
            """), [Until, new("link", "the link that brings them back", Required: true, Secret: true)]),
        new(Safeguarding, "Somebody may be at risk", "To everybody who safeguards, when something came in that may say that somebody is at risk. It says nothing of what that is.", new("Something waits for you", """
            Something came in that is yours to look at, within one working day:

            {link}
            """), [new("link", "the link to what waits", Required: true)]),
    ];

    public static MailText? Find(string id) => All.FirstOrDefault(t => string.Equals(t.Id, id, StringComparison.Ordinal));
}
