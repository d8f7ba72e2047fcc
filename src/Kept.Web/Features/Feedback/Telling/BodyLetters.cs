using System.Globalization;
using System.Text;
using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Notices;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Web.Features.Notices;
using Kept.Web.House;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Telling;

/// <summary>
/// One letter a month to each body, with everything in it: what it was asked, what has passed, what comes, what was asked back. It goes
/// to whoever wrote for the body last; where the letter before brought nothing from anybody there, to a second person too. What is wanted
/// before the next letter would come is urgent, and goes at once.
/// </summary>
public sealed class BodyLetters(WorkroomDatabase workroom, Letters letters, StillTrueWords words, KeptSettings settings)
{
    private const int MostLines = 12;
    private static readonly TimeSpan Month = TimeSpan.FromDays(28);

    public async Task<int> Write(View view, DateTimeOffset now, CancellationToken cancel)
    {
        var grants = (await workroom.Read(w => (from g in w.Grants
                                                join a in w.Users on g.AccountId equals a.Id
                                                where (g.Body != null || g.Place != null) && a.Disabled == null && a.Email != null && (g.Role == Role.Contributor || g.Role == Role.Approver)
                                                orderby g.Given
                                                select new { g.Body, g.Place, a.Id, Email = a.Email!, a.Name }).ToListAsync(cancel)))
            .SelectMany(g => new RoleScope(g.Body, g.Place).Bodies(view).Select(body => new Reader(body, g.Id, g.Email, g.Name))).ToList();
        if (grants.Count == 0) return 0;
        var bodies = grants.Select(g => g.Body).Distinct(StringComparer.Ordinal).ToList();
        var last = (await workroom.Read(w => w.BodyLetters.Where(l => bodies.Contains(l.Body)).ToListAsync(cancel))).ToDictionary(l => l.Body, StringComparer.Ordinal);
        var written = 0;
        foreach (var body in bodies.Where(b => view.Find<Organisation>(b) is not null))
        {
            var before = last.GetValueOrDefault(body);
            if (Wanted(view, body, before, now) is not { Count: > 0 } wanted) continue;
            written += await Write(view, body, wanted, before, [.. grants.Where(g => g.Body == body).DistinctBy(g => g.Account, StringComparer.Ordinal)], now, cancel);
        }
        return written;
    }

    // A month after the last letter everything; before that only what was asked since and is wanted within a month.
    private static IReadOnlyList<FallsTo> Wanted(View view, string body, BodyLetter? before, DateTimeOffset now)
    {
        var wanted = FallsTo.Of(view, body).Where(f => f.IsWanted).ToList();
        if (before is null || now - before.At >= Month) return wanted;
        var soon = LondonClock.DayOf(before.At + Month);
        var since = LondonClock.DayOf(before.At);
        var urgent = view.Naming<UpdateRequest>(RecordKey.Of<Organisation>(body)).Where(r => r.Entry.Number > before.Entry && r.Body.AnswerBy <= soon && r.Effective >= since).Select(r => r.Body.Of).ToHashSet(StringComparer.Ordinal);
        return urgent.Count == 0 ? [] : [.. wanted.Where(f => urgent.Contains(f.Record.ToString()))];
    }

    private async Task<int> Write(View view, string body, IReadOnlyList<FallsTo> wanted, BodyLetter? before, IReadOnlyList<Reader> people, DateTimeOffset now, CancellationToken cancel)
    {
        var wrote = await workroom.Read(w => w.Contributions.Where(c => c.Body == body && c.Sent != null).OrderByDescending(c => c.Made).Select(c => new { c.Author, c.Made }).FirstOrDefaultAsync(cancel));
        var first = people.FirstOrDefault(p => p.Account == wrote?.Author) ?? people[0];
        var silent = before is not null && (wrote is null || wrote.Made < before.At);
        var readers = silent ? people.Where(p => p != first).Take(1).Prepend(first) : [first];
        var wording = await letters.Of(MailTexts.BodyLetter);
        var (name, site, written) = (view.Find<Organisation>(body)!.Value.Body.Name, settings.PublicUrl!.TrimEnd('/'), 0);
        var messages = readers.Select(reader => Letters.Write(wording, new(Key(body, reader.Account, now), reader.Email, NoticeKind.Reminder), now,
            ("programme", Frame.Programme(view)?.Title ?? "Kept"), ("name", reader.Name), ("body", name), ("wanted", Lines(wanted, reader, site, now)), ("link", site + FeedbackLinks.Body(body)))).ToList();
        var number = view.Snapshot.Number;
        await workroom.Write(async w =>
        {
            // Another node may have written them since: then there is nothing left to do.
            var there = await w.BodyLetters.FindAsync([body], cancel);
            if (there?.At != before?.At) return;
            if (there is null) w.BodyLetters.Add(new() { Body = body, At = now, Entry = number });
            else (there.At, there.Entry) = (now, number);
            w.Outbox.AddRange(messages);
            written = messages.Count;
        }, cancel);
        return written;
    }

    private string Lines(IReadOnlyList<FallsTo> wanted, Reader reader, string site, DateTimeOffset now)
    {
        var text = new StringBuilder();
        foreach (var task in wanted.Take(MostLines))
        {
            text.Append("* ").Append(task.Title.TrimEnd('.')).Append(". ").Append(TaskWords.Say(task)).AppendLine(".");
            if (task.CanBeStillTrue) text.Append("  Still true, in one press: ").Append(site).AppendLine(FeedbackLinks.StillTrue(words.Make(new(reader.Account, reader.Body, task.Record.ToString(), task.Version, now))));
            text.Append("  Say how it stands: ").Append(site).AppendLine(FeedbackLinks.Write(reader.Body, ContributionKind.Update, task.Record.ToString()));
        }
        if (wanted.Count > MostLines) text.Append(CultureInfo.InvariantCulture, $"And {wanted.Count - MostLines} more in your workspace.").AppendLine();
        return text.ToString().TrimEnd();
    }

    private static string Key(string body, string account, DateTimeOffset now) => $"body:{body}:{account}:{Dates.Iso(LondonClock.DayOf(now))}";

    private sealed record Reader(string Body, string Account, string Email, string Name);
}
