using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Bodies;

/// <summary>What we cost a body this year: how often it was asked, what it sent, for how many minutes, and how much of it needed no new words.</summary>
/// <param name="Asked">Requests in the record that name it.</param>
/// <param name="Sent">Contributions it sent.</param>
/// <param name="Minutes">For how long their forms were open, an hour each at most.</param>
/// <param name="Reused">Those that only confirmed what was known.</param>
public sealed record Burden(int Asked, int Sent, int Minutes, int Reused)
{
    public static async Task<Burden> Of(WorkroomDatabase workroom, View record, string body, DateOnly today)
    {
        var year = new DateOnly(today.Year, 1, 1);
        var asked = record.Naming<UpdateRequest>(RecordKey.Of<Organisation>(body)).Count(r => r.Effective >= year && r.Body.Bodies.Contains(body, StringComparer.Ordinal));
        var since = LondonClock.StartOfDay(year);
        var sums = await workroom.Read(w => w.Contributions.Where(c => c.Body == body && c.Made >= since && c.Sent != null)
            .GroupBy(c => c.Kind == ContributionKind.StillTrue).Select(g => new { IsReuse = g.Key, Count = g.Count(), Seconds = g.Sum(c => c.Seconds) }).ToListAsync());
        return new(asked, sums.Sum(s => s.Count), (sums.Sum(s => s.Seconds) + 59) / 60, sums.Where(s => s.IsReuse).Sum(s => s.Count));
    }
}
