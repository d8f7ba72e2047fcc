using Kept.Web.Features.Feedback.Files;
using Kept.Web.Features.Feedback.Queue;
using Kept.Web.Features.Feedback.Sent;
using Kept.Web.Features.Feedback.Telling;
using Kept.Web.Features.Questionnaires;

namespace Kept.Web.Features.Feedback;

/// <summary>What the pages of this room need, and what of it runs beside them.</summary>
public static class FeedbackServices
{
    public static void AddFeedback(this IServiceCollection services)
    {
        services.AddSingleton<FormKeys>().AddSingleton<ReferenceTries>().AddSingleton<ChangingAgreement>().AddSingleton<SitePages>().AddSingleton<VirusCheck>().AddSingleton<StillTrueWords>();
        services.AddSingleton<BodyLetters>().AddSingleton<SenderLetters>().AddSingleton<EditorLetters>();
        services.AddSingleton<PublishingAccepted>().AddHostedService(s => s.GetRequiredService<PublishingAccepted>());
        services.AddSingleton<TellingPeople>().AddHostedService(s => s.GetRequiredService<TellingPeople>());
    }

    /// <summary>What is wrong with a setting of this room, as a sentence; null when nothing is.</summary>
    public static string? Objection(string? clamd) => VirusCheck.Objection(clamd);
}
