using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Web.House.Work;

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
        // Whoever asked has gone, in the middle of a form perhaps: nobody is there to be answered, and nothing is broken.
        catch (Exception e) when (http.RequestAborted.IsCancellationRequested && (e is OperationCanceledException or IOException or ObjectDisposedException))
        {
            return;
        }
        // What was sent broke off, came too slowly or was more than may be sent: there is no whole form to give back.
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            await new ProblemResult(e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? new(413, "This is more than can be sent at once", "Nothing was changed. What you wrote is still on the page before this one: go back, take out some of it, and send it again.")
                : new(400, "This did not arrive whole", "Nothing was changed. What you wrote is still on the page before this one: go back and send it again.")).ExecuteAsync(http);
        }
        // A sign that no keyboard has, or more fields than any form: not even what was typed can be read.
        catch (InvalidDataException) when (HttpMethods.IsPost(http.Request.Method) && !http.Response.HasStarted)
        {
            http.Response.Clear();
            await new ProblemResult(new(400, "This form could not be read", "Nothing was changed. What you wrote is still on the page before this one: go back, take out what was pasted, and send it again.")).ExecuteAsync(http);
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            log.LogError(e, "{Route} failed", http.RouteOf());
            http.Response.Clear();
            http.Features.Set(new Reading(register.Snapshot, AskedDates.ForToday(clock)));
            if (HttpMethods.IsPost(http.Request.Method) && (WorkDoor.TakesForms(http.Request.Path) || OpenForms.Are(http.Request.Path)))
            {
                http.Response.Headers.RetryAfter = "5";
                await TypedText.Return(http, "We could not confirm that this was saved", "What you wrote is kept in this page. Wait a moment, look whether it is there already, then send it again.", StatusCodes.Status503ServiceUnavailable);
                return;
            }
            await new ProblemResult(new(500, "Something went wrong on our side", "The page could not be made. The record itself is not affected. The fault has been logged; trying again in a minute may help."))
                .ExecuteAsync(http);
        }
    }
}
