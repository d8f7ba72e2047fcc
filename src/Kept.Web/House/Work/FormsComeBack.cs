using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Kept.Web.House.Work;

/// <summary>
/// No form is lost. One that was too old for its token, and one that nothing could be saved of, comes back; and one that comes
/// back is shown as if it were asked for, with every field as it was typed.
/// </summary>
public sealed class FormsComeBack : IAsyncAlwaysRunResultFilter, IPageFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is not IAntiforgeryValidationFailedResult)
        {
            await next();
            return;
        }
        context.Cancel = true;
        await TypedText.Return(context.HttpContext, "This page was open for a long time", "Nothing was sent yet, and nothing you wrote is lost. Look at it once more, then send it.", StatusCodes.Status400BadRequest);
    }

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method) || !context.HttpContext.Request.HasFormContentType || !context.HttpContext.Request.Form.ContainsKey(TypedText.Again)) return;
        context.HandlerMethod = context.ActionDescriptor.HandlerMethods.FirstOrDefault(h => h is { Name: null, HttpMethod: "Get" }) ?? context.HandlerMethod;
        context.ModelState.Clear();
    }

    // A button that the page does not have: it was never loaded, so there is nothing to draw.
    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (HttpMethods.IsPost(context.HttpContext.Request.Method) && context.HandlerMethod is null) context.Result = new ProblemResult(Problem.NoSuchPage());
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
}
