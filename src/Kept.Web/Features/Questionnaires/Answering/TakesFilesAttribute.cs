using Kept.Core.Feedback.Files;
using Kept.Core.Foundation;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires.Answering;

/// <summary>Lets more through than a form of text, and only for a question that asks for files, of a reply that is there and not sent.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesFilesAttribute : Attribute, IAsyncAuthorizationFilter
{
    private const int Most = (2 * Attachment.MostBytes) + (256 * 1024);

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || http.GetRouteValue("word") is not string word || http.GetRouteValue("question") is not string question) return;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } limit || http.RequestServices.GetService<WorkroomDatabase>() is not { } workroom) return;
        var id = RandomId.HashOf(word);
        var form = await workroom.Read(w => (from r in w.Replies
                                             join v in w.FormVersions on new { r.QuestionnaireId, Number = r.Version } equals new { v.QuestionnaireId, Number = (int?)v.Number }
                                             where r.Id == id && r.Sent == null
                                             select v).FirstOrDefaultAsync());
        if (form?.Form is { Audience: not Audience.Anyone } asks && asks.Find(question)?.Kind == QuestionKind.File) limit.MaxRequestBodySize = Most;
    }
}
