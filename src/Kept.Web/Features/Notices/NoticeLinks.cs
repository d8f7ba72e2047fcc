namespace Kept.Web.Features.Notices;

/// <summary>The addresses of notices.</summary>
public static class NoticeLinks
{
    public const string Outbox = "/work/outbox";
}
