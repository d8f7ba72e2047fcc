using Kept.Core.Feedback;
using Kept.Core.Notices;
using Kept.Core.Workroom;
using Kept.Web.Features.Notices;
using Kept.Web.House;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Telling;

/// <summary>Tells whoever asked for it that what they sent has moved. No words of it stand in the e-mail.</summary>
public sealed class SenderLetters(WorkroomDatabase workroom, Letters letters, KeptSettings settings)
{
    private static readonly StepKind[] Told = [StepKind.AskedBack, StepKind.Published, StepKind.Coded, StepKind.Used, StepKind.Rejected, StepKind.Merged];

    // Older ones were told, or their sender has looked since.
    private static readonly TimeSpan Lately = TimeSpan.FromDays(2);

    public async Task<int> Write(string programme, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - Lately;
        var moved = await workroom.Read(w => (from s in w.ContributionSteps
                                              join c in w.Contributions on s.ContributionId equals c.Id
                                              join a in w.Users on c.Author equals a.Id
                                              where s.At > since && Told.Contains(s.What) && c.TellMe && a.Disabled == null && a.Email != null
                                              select new { s.Id, s.What, c.Reference, Contribution = c.Id, a.Email, a.Name }).ToListAsync(cancel));
        if (moved.Count == 0) return 0;
        var open = await workroom.NotYet([.. moved.Select(m => Key(m.Id))]);
        var (wording, written) = (await letters.Of(MailTexts.Moved), 0);
        foreach (var step in moved.Where(m => open.Contains(Key(m.Id))))
        {
            var message = Letters.Write(wording, new(Key(step.Id), step.Email!, NoticeKind.Confirmation), now,
                ("programme", programme), ("name", step.Name), ("reference", step.Reference), ("moved", StateWords.Of(step.What)), ("link", settings.PublicUrl!.TrimEnd('/') + FeedbackLinks.Contribution(step.Contribution)));
            if (await workroom.Post(message)) written++;
        }
        return written;
    }

    private static string Key(long step) => FormattableString.Invariant($"moved:{step}");
}
