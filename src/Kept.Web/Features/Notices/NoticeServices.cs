using Kept.Web.Features.Notices.Following;

namespace Kept.Web.Features.Notices;

/// <summary>What of this room runs beside the pages.</summary>
public static class NoticeServices
{
    public static void AddNotices(this IServiceCollection services)
    {
        services.AddSingleton<Mail>().AddSingleton<Letters>();
        services.AddSingleton<SendingMail>().AddHostedService(s => s.GetRequiredService<SendingMail>());
        services.AddSingleton<MakingDigests>().AddHostedService(s => s.GetRequiredService<MakingDigests>());
    }
}
