using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.Features.Programme.Plans;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Home;

/// <summary>The first page: what was promised, how long is left, and whether it is enough.</summary>
public sealed class IndexModel : PublicPage
{
    /// <summary>The programme where it was in force on the date; null before the promise was made.</summary>
    public TheProgramme? Programme { get; private set; }
    public ProgrammeDeadline? Deadline { get; private set; }
    public IReadOnlyList<PlanPicture> Pictures { get; private set; } = [];
    public ThreeQuestions Questions { get; private set; } = null!;
    public DatesAhead Dates { get; private set; } = null!;
    public Councils Councils { get; private set; } = null!;

    public void OnGet()
    {
        Programme = Record.All<TheProgramme>().Select(p => p.Body).FirstOrDefault();
        Deadline = ProgrammeDeadline.Of(Programme);
        Pictures = PlanPicture.All(Record);
        Questions = ThreeQuestions.Of(Reading, Pictures);
        Dates = DatesAhead.Of(Reading);
        Councils = Councils.Of(Reading);
    }

    /// <summary>The day the record begins, for a date before it; null where nothing is known at all.</summary>
    public DateOnly? Begins => Record.Keys(RecordKinds.NameOf<TheProgramme>()).SelectMany(Record.History)
        .Select(v => (DateOnly?)v.Entry.Effective).Min();

    public IEnumerable<Plan> PlansPast => Record.All<Plan>().Select(p => p.Body).Where(p => PlanPeriod.HasPassed(p, Reading.At));

    /// <summary>"3 years 1 month", or null once the day has come.</summary>
    public string? Left(DateOnly day) => Reading.At < day ? Remaining.Between(Reading.At, day).Words : null;
}
