using Kept.Core.Foundation;
using Kept.Core.Questionnaires;

namespace Kept.Web.Features.Questionnaires;

/// <summary>What choices of questionnaires are called on pages.</summary>
public static class QuestionnaireWords
{
    public static string Of(Audience audience) => audience switch
    {
        Audience.Bodies => "People who act for a body",
        Audience.Invited => "Whoever is invited",
        Audience.Anyone => "Anyone",
        _ => throw new ArgumentOutOfRangeException(nameof(audience)),
    };

    public static string Hint(Audience audience) => audience switch
    {
        Audience.Bodies => "They sign in, and answer for their body.",
        Audience.Invited => "Each gets a link of their own; no account is needed.",
        Audience.Anyone => "Children and young people too, without a name. It cannot open before a safeguarding reviewer and a deputy stand by.",
        _ => throw new ArgumentOutOfRangeException(nameof(audience)),
    };

    public static string Of(Questionnaire questionnaire) => questionnaire.State switch
    {
        QuestionnaireState.Draft => "Draft",
        QuestionnaireState.Live => questionnaire.Draft is null ? "Live" : "Live, with a draft beside it",
        QuestionnaireState.Closed => questionnaire.Draft is null ? "Closed" : "Closed, with a draft beside it",
        _ => throw new ArgumentOutOfRangeException(nameof(questionnaire)),
    };

    public static string Of(Channel channel) => channel switch
    {
        Channel.Web => "On this site",
        Channel.Paper => "On paper",
        Channel.Telephone => "By telephone",
        Channel.Email => "By e-mail",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    /// <summary>What whoever sent a reply without a name agreed to.</summary>
    public static string Agreed(bool mayBeUsed, bool mayBePublished) => (mayBeUsed, mayBePublished) switch
    {
        (false, false) => "The team may read it, and nothing else.",
        (true, false) => "The team may read it, and use it in reports without a name.",
        (false, true) => "The team may read it, and publish it word for word without a name.",
        (true, true) => "The team may read it, use it in reports, and publish it word for word, without a name.",
    };

    /// <summary>The same for staff, with the day on which that was changed.</summary>
    public static string Agreed(Reply reply) =>
        Agreed(reply.MayBeUsed, reply.MayBePublished) + (reply.Agreed is { } on ? $" Changed on {Dates.Long(LondonClock.DayOf(on))}, by its reference." : "");

    public static string Of(SafeguardingDecision decision) => decision switch
    {
        SafeguardingDecision.ImmediateDanger => "Immediate danger",
        SafeguardingDecision.Concern => "Concern",
        SafeguardingDecision.Wellbeing => "Wellbeing",
        SafeguardingDecision.None => "Nobody is at risk",
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };

    public static string Hint(SafeguardingDecision decision) => decision switch
    {
        SafeguardingDecision.ImmediateDanger => "Call 999 now, or 101 where nobody is hurt this minute. Record it afterwards.",
        SafeguardingDecision.Concern => "Tell the named lead today, and social work or the police.",
        SafeguardingDecision.Wellbeing => "No risk of serious harm, but somebody could do with help.",
        SafeguardingDecision.None => "A second person has to agree. Until then nobody else reads it.",
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };

    public static string Of(HandedTo to) => to switch
    {
        HandedTo.Police => "Police",
        HandedTo.Ambulance => "Ambulance",
        HandedTo.SocialWork => "Social work",
        HandedTo.NamedLead => "The named lead for child protection",
        HandedTo.Health => "Health",
        _ => throw new ArgumentOutOfRangeException(nameof(to)),
    };
}
