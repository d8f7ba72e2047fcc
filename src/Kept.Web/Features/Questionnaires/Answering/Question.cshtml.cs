using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires.Answering;

/// <summary>One question of a reply, or an exit page.</summary>
[TakesFiles]
public sealed class QuestionModel(WorkroomDatabase workroom, FormToken tokens, TimeProvider clock, AnswerFiles files) : ReplyPage(workroom, tokens, clock)
{
    private FormQuestion _asked = null!;
    private LastAnswers.Said? _last;
    private Given? _typed;

    public ExitPage? Exit { get; private set; }

    /// <summary>Whether it was opened to change an answer, and the check comes next.</summary>
    [BindProperty(Name = "change", SupportsGet = true)]
    public bool IsChange { get; set; }

    [BindProperty(Name = "answer")]
    public List<string?> Typed { get; set; } = [];

    [BindProperty]
    public bool Risk { get; set; }

    [BindProperty]
    public string? Go { get; set; }

    /// <summary>The file that is taken away.</summary>
    [BindProperty]
    public string? Away { get; set; }

    /// <summary>The question as it stands now: what was typed, what is kept, or what was said last time.</summary>
    public QuestionView View => new(Form, _asked, (_typed ?? Reply.Answers.GetValueOrDefault(_asked.Id) ?? _last?.Given)?.Values ?? [], Reading.View)
    {
        Error = Errors.Of("answer"),
        Last = _last,
        Number = Math.Max(1, Walked.Asked.Select(q => q.Id).ToList().IndexOf(_asked.Id) + 1),
        AtRisk = _typed is null ? Reply.AtRisk : Risk,
    };

    public async Task<IActionResult> OnGetAsync(string questionnaire, string word, string question)
    {
        if (await Find(questionnaire, word, question) is { } instead) return instead;
        // A form that came back is shown with what was typed.
        if (Request.HasFormContentType && _asked?.Kind != QuestionKind.File) _typed = Given.Of(Typed);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string questionnaire, string word, string question)
    {
        if (await Find(questionnaire, word, question) is { } instead) return instead;
        if (Exit is not null) return Nowhere();
        if (_asked.Kind == QuestionKind.File) return await Files();
        var given = Go == "still" && _last is { } last ? last.Given with { StillTrue = true } : Given.Of(Typed);
        _typed = given;
        if (!IsOurs()) return Again();
        var back = Go == "back";
        if (!back && CheckAnswer.Of(_asked, given, Reading.View, Today) is { } wrong)
        {
            await Keep(null);
            Errors.Add("answer", wrong);
            return Mend();
        }
        await Keep(back && given.IsEmpty && !Reply.Answers.ContainsKey(_asked.Id) ? null : given);
        return GoOn(given, back);
    }

    private IActionResult GoOn(Given given, bool back)
    {
        if (IsClosed && !Reply.AtRisk) return Then(Resume);
        if (back) return Then(IsChange ? At("check") : Walked.Before(_asked.Id) is { } before ? At(before.Id) : Resume);
        if (IsChange) return Then(GoesOn);
        return Then(At(Routing.Next(Form, _asked, given.Values)));
    }

    // What is chosen is kept at once, whichever button was pressed; what cannot be kept is said, file by file.
    private async Task<IActionResult> Files()
    {
        if (!IsOurs()) return Again();
        if (Form.Audience == Audience.Anyone) return Nowhere();
        var (taken, refused) = await files.Look(Request.Form.Files, HttpContext.RequestAborted);
        IReadOnlyList<string> crowded = [];
        await Change(async (reply, _, w) =>
        {
            if (reply.Sent is not null) return;
            if (Away is { Length: > 0 } file) await AnswerFiles.TakeAway(w, reply, Form, _asked, file, Now);
            else crowded = await AnswerFiles.Add(w, reply, Form, _asked, taken, Me?.Id ?? Reply.Id, Now);
        });
        foreach (var why in refused.Concat(crowded)) Errors.Add("answer", why);
        var given = Reply.Answers.GetValueOrDefault(_asked.Id) ?? new([]);
        var stays = Go == "add" || Away is { Length: > 0 };
        if (!stays && Go != "back" && CheckAnswer.Of(_asked, given, Reading.View, Today) is { } wrong) Errors.Add("answer", wrong);
        if (Errors.Any) return Mend();
        return stays ? Then(At(_asked.Id) + (IsChange ? "?change=1" : "")) : GoOn(given, Go == "back");
    }

    // The tick counts even where the answer does not yet.
    private Task Keep(Given? given) => Change((reply, _, _) =>
    {
        SaveAnswer.Risk(reply, Form, Risk, Now);
        if (given is not null) SaveAnswer.Of(reply, Form, _asked.Id, given, Now);
        return Task.CompletedTask;
    });

    private async Task<IActionResult?> Find(string questionnaire, string word, string question)
    {
        if (await Open(questionnaire, word) is { } instead) return instead;
        if (Reply.Sent is not null) return Then(At("sent"));
        if (Reply.Version is null) return Then(Resume);
        if (Form.Exits.FirstOrDefault(e => e.Id == question) is { } exit)
        {
            Exit = exit;
            return null;
        }
        if (Form.Find(question) is not { } asked) return Nowhere();
        // A question is asked when the answers before it lead there; a form that was sent is kept all the same.
        if (HttpMethods.IsGet(Request.Method) && Walked.Asked.All(q => q.Id != question)) return Then(GoesOn);
        if (HttpMethods.IsGet(Request.Method) && IsClosed && !Reply.AtRisk) return Then(Resume);
        _asked = asked;
        if (Reply.Body is { } body)
        {
            var sent = await Workroom.Read(w => w.Replies.Where(r => r.QuestionnaireId == questionnaire && r.Body == body && r.Sent != null).OrderByDescending(r => r.Sent).Take(50).ToListAsync());
            _last = LastAnswers.Of(Form, asked, Reply.Answers, sent);
        }
        return null;
    }
}
