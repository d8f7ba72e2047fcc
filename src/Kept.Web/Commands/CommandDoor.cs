using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Commands;

/// <summary>The door for commands beside a running server: a socket in the data folder, whose permissions are the guard.</summary>
public static class CommandDoor
{
    public static void Map(WebApplication app) =>
        app.MapPost("/door/load", async (HttpContext http, Register register, string folder, bool prune) =>
        {
            if (!CommandSocket.IsBehind(http))
            {
                await new ProblemResult(Problem.NoSuchPage()).ExecuteAsync(http);
                return;
            }
            http.Response.ContentType = "text/plain; charset=utf-8";
            using var lines = new StringWriter();
            var exit = await PackLoading.Load(register, folder, prune, lines, http.RequestAborted);
            http.Response.StatusCode = exit == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
            await http.Response.WriteAsync(lines.ToString(), http.RequestAborted);
        }).ExcludeFromDescription();
}
