using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Workroom;
using Kept.Web.Features.Evidence;
using Kept.Web.Features.Feedback.Writing;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Telling;

/// <summary>
/// The link of a letter: one press says that nothing has changed, without signing in. Opening it does nothing, since mail programs open
/// links by themselves. It works for as long as the person writes for the body and the record says what the letter said.
/// </summary>
[OpenToAll]
[IgnoreAntiforgeryToken]
public sealed class StillTrueModel(WorkroomDatabase workroom, Register register, StillTrueWords words, TimeProvider clock) : FormPage
{
    private Person? _person;
    private StillTrueWords.Said? _said;

    public FallsTo? Task { get; private set; }

    public string Body { get; private set; } = "";

    /// <summary>Whether the record has changed since the letter.</summary>
    public bool HasChanged { get; private set; }

    public Contribution? Done { get; private set; }

    public string? PageOf { get; private set; }

    public string SignInLink => "/account/sign-in?to=" + Uri.EscapeDataString(FeedbackLinks.Write(_said!.Body, ContributionKind.Update, _said.About));

    public async Task<IActionResult> OnGetAsync(string word)
    {
        await Load(word);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string word)
    {
        await Load(word);
        if (Task is null || HasChanged) return Shown();
        var (made, refusal) = await StillTrueSending.Send(workroom, register, View(), new("link." + RandomId.HashOf(word), _said!.Body, _said.About, TimeSpan.Zero, Provenance.Link), _person!, clock.GetUtcNow());
        if (refusal is not null) return Mend([refusal]);
        Done = made;
        return Page();
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Shown()
    {
        if (Task is null) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    private View View() => new(register.Snapshot, LondonClock.DayOf(clock.GetUtcNow()));

    private async Task Load(string word)
    {
        _said = words.Read(word, clock.GetUtcNow());
        if (_said is null || await PersonOf(_said.Account) is not { } person || !person.May(Power.WriteForBody, _said.Body)) return;
        var view = View();
        _person = person;
        Body = view.Find<Organisation>(_said.Body)?.Body.Name ?? _said.Body;
        Task = FallsTo.Of(view, _said.Body).FirstOrDefault(f => f.Record.ToString() == _said.About);
        HasChanged = Task is not null && (Task.Version != _said.Version || !Task.CanBeStillTrue);
        PageOf = RecordPage.Of(view, RecordKey.Parse(_said.About))?.Url;
    }

    private async Task<Person?> PersonOf(string account) =>
        (await workroom.Read(w => w.Users.Include(a => a.Grants).FirstOrDefaultAsync(a => a.Id == account && a.Disabled == null)))?.AsPerson(View());
}
