using Kept.Core.Accounts;
using Kept.Core.Questionnaires;
using Kept.Core.Workroom;
using Kept.Web.House.Work;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Questionnaires.Answering;

/// <summary>What is asked of bodies now, for the people who act for one.</summary>
[Needs(Power.WriteForBody)]
public sealed class AskedModel(WorkroomDatabase workroom) : WorkPage
{
    /// <summary>A questionnaire that can be answered, and how many replies this person's bodies have begun and sent.</summary>
    public sealed record Question(string Id, Form Form, int Begun, int Sent);

    public IReadOnlyList<Question> Open { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var live = await workroom.Read(w => w.Questionnaires.Where(q => q.State == QuestionnaireState.Live)
            .Join(w.FormVersions, q => new { q.Id, Number = q.Version!.Value }, v => new { Id = v.QuestionnaireId, v.Number }, (q, v) => v).OrderBy(v => v.Made).ToListAsync());
        var bodies = Me.Bodies.ToList();
        var replies = await workroom.Read(w => w.Replies.Where(r => r.Body != null && bodies.Contains(r.Body)).Select(r => new { r.QuestionnaireId, IsSent = r.Sent != null }).ToListAsync());
        Open = [.. live.Where(v => v.Form.Audience == Audience.Bodies).Select(v => new Question(v.QuestionnaireId, v.Form,
            replies.Count(r => r.QuestionnaireId == v.QuestionnaireId && !r.IsSent), replies.Count(r => r.QuestionnaireId == v.QuestionnaireId && r.IsSent)))];
    }
}
