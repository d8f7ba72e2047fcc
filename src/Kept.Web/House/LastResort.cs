using Kept.Core.Foundation;
using Kept.Core.Records;

namespace Kept.Web.House;

/// <summary>Whatever goes wrong is logged, and the reader gets a page that says so.</summary>
public sealed class LastResort(RequestDelegate next, Register register, LondonClock clock, ILogger<LastResort> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        http.Features.Set(new Reading(register.Snapshot, AskedDates.ForToday(clock)));
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            log.LogError(e, "{Route} failed", http.RouteOf());
            http.Response.Clear();
            http.Features.Set(new Reading(register.Snapshot, AskedDates.ForToday(clock)));
            await new ProblemResult(new(500, "Something went wrong on our side", "The page could not be made. The record itself is not affected. The fault has been logged; trying again in a minute may help."))
                .ExecuteAsync(http);
        }
    }
}
