namespace Kept.Core.Questionnaires;

/// <summary>The two subjects the programme asks about, in our own words, as drafts to begin with.</summary>
public static class FirstQuestionnaires
{
    private const string Readers = "The people who look after this record read what you send. Nothing is published before an editor has looked at it, and then under your organisation's name.";
    private const string Next = "We read it, and ask you if something is unclear. What we use is recorded with the day you said it.";

    public static IReadOnlyList<Form> All { get; } = [Doing(), InTheWay()];

    private static Form Doing() => new()
    {
        Title = "What you are doing to keep the promise",
        About = "Tell us what your organisation does about one or more actions of the plan: what is happening now, what is planned, and what has changed for children and families. Answer once for each action, or once for several that you work on together.",
        Takes = "About ten minutes for an action",
        Readers = Readers,
        Next = Next,
        Sections =
        [
            new("swhich", "What this is about")
            {
                Questions =
                [
                    new("qactions", QuestionKind.Actions, "Which actions is this about?") { Required = true, Hint = "Choose several only if your answers are the same for all of them." },
                    new("qnow", QuestionKind.OneChoice, "Is your organisation doing something about it now?") { Required = true, Options = ["Yes", "Not yet, but it is planned", "No"], Routes = [new("Not yet, but it is planned", "splan"), new("No", "qwhynot")] },
                ],
            },
            new("snow", "What is happening")
            {
                Questions =
                [
                    new("qwhat", QuestionKind.LongText, "What are you doing?") { Required = true, Hint = "What would somebody see who visited you?" },
                    new("qsince", QuestionKind.Date, "Since when?"),
                    new("qwhere", QuestionKind.Places, "Where does it happen?") { Hint = "Leave it empty if it happens everywhere, or nowhere in particular." },
                    new("qreached", QuestionKind.Number, "How many children and young people has it reached so far?") { Unit = "children and young people", Hint = "Leave it empty if you do not know. A small number is as good as a large one." },
                    new("qspent", QuestionKind.Money, "What does it cost in a year?"),
                    new("qchanged", QuestionKind.LongText, "What has changed for children and families, and how do you know?") { Hint = "If nothing has yet, or you cannot tell, please say so." },
                ],
            },
            new("splan", "What comes next")
            {
                Questions =
                [
                    new("qplan", QuestionKind.LongText, "What is planned next?"),
                    new("qby", QuestionKind.Date, "By when?") { Routes = [new("", FormRoute.End)] },
                ],
            },
            new("snot", "If nothing is planned")
            {
                Questions = [new("qwhynot", QuestionKind.LongText, "Why is nothing happening or planned?") { Hint = "It may be another organisation's part, or something may stand in the way." }],
            },
        ],
    };

    private static Form InTheWay() => new()
    {
        Title = "What gets in the way",
        About = "Tell us what keeps your organisation from doing its part for one or more actions of the plan, and who could change that. What is said here is read as help, never as an excuse.",
        Takes = "About ten minutes for an action",
        Readers = Readers,
        Next = Next + " Where something that stands in the way is somebody else's to remove, we say so to them.",
        Sections =
        [
            new("swhich", "What this is about")
            {
                Questions =
                [
                    new("qactions", QuestionKind.Actions, "Which actions is this about?") { Required = true, Hint = "Choose several only if the same thing gets in the way of all of them." },
                    new("qany", QuestionKind.OneChoice, "Does something get in the way?") { Required = true, Options = ["Yes", "No"], Routes = [new("No", "xnothing")] },
                ],
            },
            new("swhat", "What gets in the way")
            {
                Questions =
                [
                    new("qkinds", QuestionKind.ManyChoices, "What is it about?") { Required = true, Options = ["Money", "People to do the work", "Law or rules", "Sharing information", "How organisations work together", "Time", "Something else"] },
                    new("qtell", QuestionKind.LongText, "What happens in practice?") { Required = true, Hint = "An example says more than a word for it. Leave out names, and whatever would show who a child is." },
                    new("qsince", QuestionKind.Date, "Since when?"),
                ],
            },
            new("swho", "What would help")
            {
                Questions =
                [
                    new("qcan", QuestionKind.OneChoice, "Could somebody take it out of the way?") { Required = true, Options = ["Yes, we ourselves", "Yes, another organisation", "Nobody that we know of"], Routes = [new("Yes, we ourselves", "qhow"), new("Nobody that we know of", "qthen")] },
                    new("qbody", QuestionKind.Body, "Which organisation?"),
                    new("qhow", QuestionKind.LongText, "How?"),
                    new("qthen", QuestionKind.LongText, "What would be different for children and families if it were gone?"),
                ],
            },
        ],
        Exits = [new("xnothing", "Then there is nothing to tell us here", "Good. Nothing was sent. If you want to tell us what you are doing, the other questionnaire is the place for it.")],
    };
}
