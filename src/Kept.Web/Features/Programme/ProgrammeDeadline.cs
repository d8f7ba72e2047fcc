using Kept.Core.Programme;

namespace Kept.Web.Features.Programme;

/// <summary>The day the countdown runs to, the first that is too late by the strict reading, and the other reading's last day.</summary>
public sealed record ProgrammeDeadline(DateOnly Day, DateOnly? Other, string Words, string? Note)
{
    /// <summary>Null where the deadline is printed without a day to count to.</summary>
    public static ProgrammeDeadline? Of(TheProgramme? programme) => programme?.Deadline switch
    {
        { StrictEnd: { } strict, End: { } end } due when strict != end => new(strict.AddDays(1), end, due.Text, programme.DeadlineNote),
        { End: { } end } due => new(end, null, due.Text, programme.DeadlineNote),
        _ => null,
    };
}
