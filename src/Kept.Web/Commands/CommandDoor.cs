using Kept.Core.Records;
using Kept.Web.House;
using Kept.Web.Watch;
using Microsoft.AspNetCore.Http.Features;

namespace Kept.Web.Commands;

/// <summary>The door for commands beside a running server: a socket in the data folder, whose permissions are the guard.</summary>
public static class CommandDoor
{
    // A file comes through the door whole; public addresses take next to nothing.
    private const long LargestBody = 6 * 1024 * 1024;

    public static void Map(WebApplication app)
    {
        app.MapPost("/door/load", (HttpContext http, Register register, string folder, bool prune) =>
            Answer(http, lines => PackLoading.Load(register, folder, prune, lines, http.RequestAborted))).ExcludeFromDescription();
        app.MapPost("/door/backup", (HttpContext http, KeptSettings settings, TimeProvider clock, LastBackup last, string file) =>
            Answer(http, lines => Task.Run(() => BackupCommand.Make(
                settings.Database, file, clock, lines, null, http.RequestAborted, made => last.Made(made, clock.GetUtcNow(), CancellationToken.None))))).ExcludeFromDescription();
        app.MapPost("/door/user", (HttpContext http, Register register, UserAsked asked) =>
            Answer(http, lines => UserAdding.Add(http.RequestServices, register, asked, lines))).ExcludeFromDescription();
        app.MapPost("/door/publish", (HttpContext http, Register register, string name, bool trial) =>
            Answer(http, async lines => await RecordPublishing.Publish(register, await Body(http), name, trial, lines, http.RequestAborted))).ExcludeFromDescription();
    }

    private static async Task<byte[]> Body(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LargestBody;
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        return bytes.ToArray();
    }

    /// <summary>Runs what was asked and sends the lines it says; exit code 0 is answered with 200, any other with 422.</summary>
    internal static async Task Answer(HttpContext http, Func<TextWriter, Task<int>> run)
    {
        if (!CommandSocket.IsBehind(http))
        {
            await new ProblemResult(Problem.NoSuchPage()).ExecuteAsync(http);
            return;
        }
        using var lines = new StringWriter();
        var status = await Status(run, lines, http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(CommandDoor)));
        if (status == StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = "5";
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.StatusCode = status;
        await http.Response.WriteAsync(lines.ToString(), http.RequestAborted);
    }

    private static async Task<int> Status(Func<TextWriter, Task<int>> run, StringWriter lines, ILogger log)
    {
        try
        {
            return await run(lines) == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        }
        catch (Exception fault) when (CommandFault.Words(fault) is not null)
        {
            await lines.WriteLineAsync(CommandFault.Words(fault));
            // Whoever gave the command reads the words; so does whoever looks after the machine.
            if (fault is not OperationCanceledException) log.LogError("A command was not carried out: {Words}", CommandFault.Words(fault));
            return StatusCodes.Status503ServiceUnavailable;
        }
    }
}
