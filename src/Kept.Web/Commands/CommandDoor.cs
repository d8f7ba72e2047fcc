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
            using var lines = new StringWriter();
            var status = await Load(register, folder, prune, lines, http.RequestAborted);
            http.Response.ContentType = "text/plain; charset=utf-8";
            http.Response.StatusCode = status;
            await http.Response.WriteAsync(lines.ToString(), http.RequestAborted);
        }).ExcludeFromDescription();

    private static async Task<int> Load(Register register, string folder, bool prune, StringWriter lines, CancellationToken cancel)
    {
        try
        {
            return await PackLoading.Load(register, folder, prune, lines, cancel) == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        }
        catch (Exception fault) when (CommandFault.Words(fault) is not null)
        {
            await lines.WriteLineAsync(CommandFault.Words(fault));
            return StatusCodes.Status503ServiceUnavailable;
        }
    }
}
