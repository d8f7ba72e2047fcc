using Kept.Core.Foundation;
using Kept.Core.Records;

namespace Kept.Web.House;

/// <summary>Puts the Reading of the dates asked for on every request; refuses dates that cannot be read and overlong queries.</summary>
public sealed class DateMiddleware(RequestDelegate next, Register register, LondonClock clock)
{
    private const int LongestQuery = 4000;

    public async Task InvokeAsync(HttpContext http)
    {
        http.Features.Set(new Reading(register.Snapshot, AskedDates.ForToday(clock)));
        if (http.Request.QueryString.Value is { Length: > LongestQuery } query)
        {
            await new ProblemResult(new(414, "That address is too long", $"The part after the question mark has {query.Length} characters; Kept reads up to {LongestQuery}.")
            {
                Expected = "fewer filters, or a shorter search",
            }).ExecuteAsync(http);
            return;
        }
        var (dates, problem) = AskedDates.Read(http.Request.Query, clock);
        if (problem is not null)
        {
            await new ProblemResult(problem).ExecuteAsync(http);
            return;
        }
        http.Features.Set(new Reading(register.Snapshot, dates!));
        await next(http);
    }
}
