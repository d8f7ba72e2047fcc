namespace Kept.Core.Questionnaires;

/// <summary>Opens a questionnaire: what is being worked on is frozen as its next version. What has begun goes on with the version it began with.</summary>
public static class GoLive
{
    /// <summary>Whether it was opened; the new version, where there was something new to freeze; or what has to be mended first.</summary>
    public static (bool Done, FormVersion? Version, IReadOnlyList<FormFault> Faults) Of(Questionnaire questionnaire, Form form, IReadOnlyList<string> missingCover, string by, DateTimeOffset now)
    {
        List<FormFault> faults = [.. FormChecks.Of(form)];
        if (form.Audience == Audience.Anyone) faults.AddRange(missingCover.Select(m => new FormFault("", m)));
        if (faults.Count > 0) return (false, null, faults);
        var version = questionnaire.Draft is null && questionnaire.Version is not null ? null
            : new FormVersion { QuestionnaireId = questionnaire.Id, Number = (questionnaire.Version ?? 0) + 1, Form = form, Made = now, MadeBy = by };
        (questionnaire.State, questionnaire.Closed, questionnaire.Draft) = (QuestionnaireState.Live, null, null);
        if (version is not null) questionnaire.Version = version.Number;
        questionnaire.Revision++;
        return (true, version, []);
    }

    /// <summary>Nobody can begin or send a reply from now on. What was typed stays until its link ends.</summary>
    public static void Close(Questionnaire questionnaire, DateTimeOffset now)
    {
        if (questionnaire.State != QuestionnaireState.Live) return;
        (questionnaire.State, questionnaire.Closed) = (QuestionnaireState.Closed, now);
        questionnaire.Revision++;
    }
}
