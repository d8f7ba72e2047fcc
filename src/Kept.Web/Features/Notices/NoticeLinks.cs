using Kept.Web.House.Work;

namespace Kept.Web.Features.Notices;

/// <summary>The addresses of notices.</summary>
public static class NoticeLinks
{
    public const string Outbox = "/work/outbox";
    public const string Texts = "/work/texts";
    public const string Pauses = "/work/pauses";
    public const string Holidays = "/work/holidays";
    public const string Follow = OpenForms.Follow;
    public const string Asked = Follow + "/asked";

    public static string Text(string id) => $"{Texts}/{id}";

    public static string Confirm(string word) => $"{Follow}/confirm/{word}";

    public static string Stop(string word) => $"{OpenForms.StopFollowing}/{word}";

    public static string Mine(string word) => $"{Follow}/mine/{word}";
}
