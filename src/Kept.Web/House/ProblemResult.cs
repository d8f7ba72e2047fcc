using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Kept.Web.House;

/// <summary>Answers with a problem: a page that helps, or problem+json for a data address.</summary>
public sealed class ProblemResult(Problem problem) : IActionResult, IResult
{
    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    public Task ExecuteAsync(HttpContext httpContext) =>
        DataAddress.Is(httpContext.Request.Path) ? WriteJson(httpContext) : WritePage(httpContext);

    private async Task WriteJson(HttpContext http)
    {
        http.Response.StatusCode = problem.Status;
        http.Response.ContentType = "application/problem+json; charset=utf-8";
        await http.Response.WriteAsync(JsonSerializer.Serialize(problem, ShapeJson.Options), http.RequestAborted);
    }

    private Task WritePage(HttpContext http)
    {
        var metadata = http.RequestServices.GetRequiredService<IModelMetadataProvider>();
        var view = new ViewResult
        {
            StatusCode = problem.Status,
            ViewName = "/House/Problem.cshtml",
            ContentType = "text/html; charset=utf-8",
            ViewData = new ViewDataDictionary<Problem>(metadata, new ModelStateDictionary()) { Model = problem },
        };
        return view.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
    }
}

/// <summary>Whether an address is one of data rather than of a page.</summary>
public static class DataAddress
{
    /// <summary>Data and pictures may be read, shown and embedded from other origins.</summary>
    public static bool IsOpen(PathString path) => Is(path) || path.Value?.EndsWith("-picture.svg", StringComparison.Ordinal) == true;

    public static bool Is(PathString path) =>
        path.Value is { } value && Extensions.Any(e => value.EndsWith(e, StringComparison.Ordinal));

    private static readonly string[] Extensions = [".json", ".csv", ".ics", ".atom"];
}
