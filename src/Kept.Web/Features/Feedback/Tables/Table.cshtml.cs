using System.Globalization;
using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Organisations;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Web.Features.Feedback.Writing;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Tables;

/// <summary>Many updates at once: download what falls to the body, fill in what there is to say, send it back. All of it, or none.</summary>
[Needs(Power.WriteForBody, "id")]
[RequestSizeLimit(UpdateTable.MostBytes + 64 * 1024)]
public sealed class TableModel(WorkroomDatabase workroom, Register register, TimeProvider clock, FormKeys keys) : FeedbackPage(workroom, register, clock)
{
    /// <summary>How many problems a page shows; the others are counted.</summary>
    public const int MostProblems = 200;

    public string Body { get; private set; } = "";

    public IReadOnlyList<UpdateTable.Problem> Problems { get; private set; } = [];

    /// <summary>How many updates were sent; null before.</summary>
    public int? Done { get; private set; }

    [BindProperty]
    public string? Key { get; set; }

    public IActionResult OnGet(string id, [FromQuery] int? done)
    {
        if (Record.Find<Organisation>(id) is null) return NoSuch();
        (Body, Key, Done) = (id, keys.New(), done);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, IFormFile? file)
    {
        if (Record.Find<Organisation>(id) is null) return NoSuch();
        Body = id;
        if (file is not { Length: > 0 }) Errors.Add("File", "Choose the table that you filled in.");
        else
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, HttpContext.RequestAborted);
            (var rows, Problems) = UpdateTable.Read(bytes.ToArray(), id, Record, Today);
            if (Problems.Count == 0 && rows.Count == 0) Errors.Add("File", "There is nothing new in this table: every row is empty, or says what you said last.");
            else if (Problems.Count == 0)
            {
                if (await Send(rows)) return Then($"{FeedbackLinks.Body(id)}/table?done={rows.Count.ToString(CultureInfo.InvariantCulture)}");
                Errors.Add("File", "This page was used before, for a table that says other things. That one stands, and nothing of this one was sent. Choose the file once more if it is to be sent too.");
                Key = keys.New();
                return Mend(StatusCodes.Status409Conflict);
            }
            else Errors.Add("File", $"Nothing was sent. {Problems.Count.ToString(CultureInfo.InvariantCulture)} things are to be mended in the table first: see the list.");
        }
        Key ??= keys.New();
        return Mend();
    }

    // One transaction: the whole table, or nothing of it. The same table sent twice is there once.
    private async Task<bool> Send(IReadOnlyList<UpdateTable.Row> rows)
    {
        var (key, open) = keys.Read(Key);
        var hasApprover = await Sending.HasApprover(Workroom, Body, Record);
        try
        {
            return await Add(rows, key, open, hasApprover);
        }
        catch (DbUpdateException)
        {
            // Two at once: the other came first, and is found now. Anything else is a fault of the database.
            return await Add(rows, key, open, hasApprover);
        }
    }

    // False where the key stands for other words already.
    private async Task<bool> Add(IReadOnlyList<UpdateTable.Row> rows, string key, TimeSpan open, bool hasApprover)
    {
        var told = rows.ToDictionary(r => $"{key}.{r.Task.Record}", r => r.Told, StringComparer.Ordinal);
        var names = told.Keys.ToList();
        var isOther = false;
        await Workroom.Write(async w =>
        {
            var there = await w.Contributions.Where(c => names.Contains(c.FormKey)).AsNoTracking().ToListAsync();
            isOther = there.Count > 0 && (there.Count < rows.Count || there.Any(c => c.Body != Body || !PublishContribution.IsSame(c.Told, told[c.FormKey])));
            if (there.Count > 0) return;
            foreach (var row in rows)
            {
                var about = row.Task.Record.ToString();
                var asked = new SendContribution.Asked($"{key}.{about}", Body, ContributionKind.Update, about, row.Task.Version, row.Told, IsDraft: false, hasApprover) { Provenance = Provenance.Table, Open = open / rows.Count };
                var (made, refusals) = SendContribution.Of(asked, Record, Me, Now);
                w.Contributions.Add(made ?? throw new InvalidOperationException(refusals[0].Why));
            }
        });
        return !isOther;
    }
}
