using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Kept.Web.House.Work;

/// <summary>
/// What somebody typed into a form that could not be taken: the session had ended, the form was too old, nothing could be
/// saved. It goes along, field by field, until the form stands before them again. Nothing of it is kept on this side.
/// </summary>
/// <param name="To">The address of the form.</param>
/// <param name="Fields">Names and values as they were sent, without passwords and tokens.</param>
public sealed record TypedText(string To, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>Sent along, it says: show the form with this in it, and do nothing yet.</summary>
    public const string Again = "again";

    /// <summary>Under what typed fields travel through the page where one signs in.</summary>
    public const string Kept = "kept.";

    private static readonly string[] Never = ["__RequestVerificationToken", Again];

    /// <summary>What was sent with this request; nothing for a page that was only asked for.</summary>
    public static async Task<TypedText> Of(HttpContext http)
    {
        var to = http.Request.Path + http.Request.QueryString;
        if (!http.Request.HasFormContentType) return new(to, []);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return new(to, [.. form.Where(f => !Never.Contains(f.Key, StringComparer.Ordinal) && !f.Key.Contains("password", StringComparison.OrdinalIgnoreCase))
            .SelectMany(f => f.Value.Select(v => (f.Key, v ?? "")))]);
    }

    /// <summary>What came through the page where one signs in.</summary>
    public static TypedText Carried(string to, IFormCollection form) =>
        new(to, [.. form.Where(f => f.Key.StartsWith(Kept, StringComparison.Ordinal)).SelectMany(f => f.Value.Select(v => (f.Key[Kept.Length..], v ?? "")))]);

    /// <summary>To the page where one signs in; what was typed goes along.</summary>
    public static async Task AskToSignIn(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = WorkDoor.SignInPage + "?to=" + Uri.EscapeDataString(http.Request.Path + http.Request.QueryString);
            return;
        }
        await Show(http, "/House/Work/SignInAgain.cshtml", await Of(http), StatusCodes.Status401Unauthorized);
    }

    /// <summary>The form could not be taken, and why; one press and it stands there again with everything in it.</summary>
    public static async Task Return(HttpContext http, string title, string why, int status) =>
        await Show(http, "/House/Work/Again.cshtml", await Of(http), status, (title, why));

    public static Task Show(HttpContext http, string view, TypedText typed, int status, (string Title, string Why)? said = null)
    {
        http.Response.Headers.CacheControl = "no-store";
        var metadata = http.RequestServices.GetRequiredService<IModelMetadataProvider>();
        var data = new ViewDataDictionary<TypedText>(metadata, new ModelStateDictionary()) { Model = typed };
        (data["Title"], data["Why"]) = (said?.Title, said?.Why);
        var result = new ViewResult { StatusCode = status, ViewName = view, ContentType = "text/html; charset=utf-8", ViewData = data };
        return result.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
    }
}
