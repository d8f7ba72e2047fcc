using System.Text.RegularExpressions;

namespace Kept.Core.Questionnaires;

/// <summary>
/// Plain words that may mean that somebody is at risk. They only ever make people look sooner: what holds none of them may say it all the
/// same, and they are told to nobody who writes. They find too much rather than too little.
/// </summary>
public static class RiskWords
{
    // A star stands for any ending; a space for one space or more.
    private static readonly string[] Words =
    [
        "hit me", "hits me", "hitting me", "hit us", "hits us", "hits him", "hits her", "hits them", "beat me", "beats me", "beating me", "beaten", "punch*", "kick me", "kicks me", "kicked me", "kicked out", "slap*", "choke*", "choking", "strangl*",
        "hurt me", "hurts me", "hurting me", "hurts us", "hurt myself", "hurting myself", "hurts himself", "hurts herself", "being hurt", "bruise*", "bleeding", "burned me", "burnt me",
        "abus*", "rape*", "raping", "molest*", "sexual*", "touches me", "touched me", "touching me", "naked", "nudes", "nude", "grooming", "groomed", "blackmail*", "makes me do", "made me do", "makes me touch",
        "suicid*", "kill*", "want to die", "wanted to die", "wants to die", "wish i was dead", "wish i were dead", "better off dead", "end my life", "end it all", "do not want to live", "don't want to live", "dont want to live", "no reason to live", "not want to be here anymore",
        "self harm*", "self-harm*", "cut myself", "cutting myself", "cuts myself", "cuts himself", "cuts herself", "overdos*", "starv*", "nothing to eat", "no food", "not fed",
        "scared of", "afraid of", "frightened", "terrified", "scares me", "not safe", "unsafe", "in danger", "threat*", "knife", "knives", "weapon*", "run away", "running away", "ran away", "locked in", "locks me", "locked me", "tied up", "left alone", "nobody to tell", "no one to tell", "can't tell anyone", "cant tell anyone", "help me", "traffick*", "forced to", "forces me", "forced marriage", "neglect*",
    ];

    private static readonly Regex Any = new(
        $@"\b({string.Join('|', Words.Select(w => Regex.Escape(w).Replace(@"\ ", @"\s+", StringComparison.Ordinal).Replace(@"\*", @"\w*", StringComparison.Ordinal)))})\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    public static bool AreIn(string text) => Any.IsMatch(text.Replace('’', '\''));

    /// <summary>Whether any answer to a form that is open to anyone holds one: those on a way that was left again too.</summary>
    public static bool AreIn(Form form, IReadOnlyDictionary<string, Given> answers) =>
        form.Audience == Audience.Anyone && answers.Any(a => form.Find(a.Key) is { Kind: QuestionKind.ShortText or QuestionKind.LongText or QuestionKind.Date } && a.Value.Values.Any(AreIn));
}
