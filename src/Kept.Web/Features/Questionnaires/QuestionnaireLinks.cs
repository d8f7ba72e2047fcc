namespace Kept.Web.Features.Questionnaires;

/// <summary>The addresses of questionnaires.</summary>
public static class QuestionnaireLinks
{
    public const string All = "/work/questionnaires";
    public const string ToBodies = "/work/questions";
    public const string Safeguarding = "/work/safeguarding";

    public static string One(string id) => $"{All}/{id}";

    public static string Words(string id) => $"{All}/{id}/words";

    public static string Section(string id, string section) => $"{All}/{id}/section/{section}";

    public static string Question(string id, string question) => $"{All}/{id}/question/{question}";

    public static string NewQuestion(string id, string section) => $"{All}/{id}/question/new?section={section}";

    public static string Exit(string id, string exit) => $"{All}/{id}/exit/{exit}";

    public static string Invited(string id) => $"{All}/{id}/invited";

    public static string Preview(string id) => $"{All}/{id}/preview";

    public static string Preview(string id, string step) => $"{All}/{id}/preview/{step}";

    public static string Replies(string id) => $"{All}/{id}/replies";

    public static string Download(string id) => $"{All}/{id}/replies/download";

    public static string Reply(string id, string reference) => $"{All}/{id}/replies/{reference}";

    public static string Enter(string id) => $"{All}/{id}/enter";

    public static string AtRisk(string reference) => $"{Safeguarding}/{reference}";

    public static string Answer(string id) => $"/answer/{id}";

    public static string Paper(string id) => $"/answer/{id}/paper";

    public static string Answer(string id, string word) => $"/answer/{id}/{word}";

    public static string Step(string id, string word, string step) => $"/answer/{id}/{word}/{step}";

    public static string Check(string id, string word) => Step(id, word, "check");

    public static string Sent(string id, string word) => Step(id, word, "sent");
}
