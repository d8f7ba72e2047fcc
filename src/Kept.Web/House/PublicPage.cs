using Kept.Core.Records;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kept.Web.House;

/// <summary>A public page: drawn from the request's <see cref="Reading"/> and nothing else.</summary>
public abstract class PublicPage : PageModel
{
    public Reading Reading => HttpContext.Reading();

    public View Record => Reading.View;

    /// <summary>Draws the page for a record in force, or answers with where it is, or that it is not.</summary>
    protected IActionResult Show<T>(string id, Func<string, string> url, Action<Version<T>> draw) where T : RecordBody
    {
        var (found, instead) = RecordLookup.Find<T>(Reading, HttpContext, id, url);
        if (found is not { } version) return new Answer(instead!);
        ViewData["Correction"] = Record.CorrectionOf(version.Source);
        draw(version);
        return Page();
    }

    private sealed class Answer(IResult result) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => result.ExecuteAsync(context.HttpContext);
    }
}

public static class HttpContextReading
{
    /// <summary>The reading the date middleware put on the request.</summary>
    public static Reading Reading(this HttpContext http) => http.Features.Get<Reading>() ?? throw new InvalidOperationException("No Reading: the date middleware did not run.");

    /// <summary>Where a link of a page leads: within this site it keeps the dates that were asked for, so that a reader stays in the past until they leave it.</summary>
    public static string Link(this HttpContext http, string href) =>
        href.StartsWith('/') && !href.StartsWith("/exit", StringComparison.Ordinal) ? http.Reading().Link(href) : href;
}
