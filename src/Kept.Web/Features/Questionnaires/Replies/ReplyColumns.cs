using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Questionnaires;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Questionnaires.Replies;

/// <summary>Replies as a table: one row a reply, one column a question of any version, in the order of the newest.</summary>
public static class ReplyColumns
{
    public static string Write(IReadOnlyList<Reply> replies, IReadOnlyList<FormVersion> versions, View record)
    {
        var forms = versions.ToDictionary(v => v.Number, v => v.Form);
        var columns = new CsvColumns<Reply>
        {
            { "reference", r => r.Reference },
            { "version", r => FormattableString.Invariant($"{r.Version}") },
            { "sent", r => r.Sent is { } sent ? Dates.Iso(LondonClock.DayOf(sent)) : null },
            { "came", r => r.CameOn is { } came ? Dates.Iso(came) : null },
            { "how", r => QuestionnaireWords.Of(r.Channel) },
            { "body", r => r.Body },
            { "body_name", r => r.Body is { } body ? record.Find<Organisation>(body)?.Body.Name : null },
            { "invited", r => r.InvitedName },
            { "may_be_used", r => Agreed(r, r.MayBeUsed) },
            { "may_be_published", r => Agreed(r, r.MayBePublished) },
            { "agreed", r => forms[r.Version!.Value].Audience == Audience.Anyone ? Dates.Iso(LondonClock.DayOf(r.Agreed ?? r.Sent!.Value)) : null },
        };
        var questions = versions.OrderByDescending(v => v.Number).SelectMany(v => v.Form.Questions).GroupBy(q => q.Id, StringComparer.Ordinal).Select(g => g.First()).ToList();
        // What was answered on a way that was left does not count.
        var counted = replies.ToDictionary(r => r.Id, r => SendReply.Counted(r, forms[r.Version!.Value]).ToDictionary(c => c.Question.Id, c => (c.Question, c.Given), StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var question in questions)
        {
            var name = questions.Count(q => q.Label == question.Label) > 1 ? $"{question.Label} ({question.Id})" : question.Label;
            columns.Add(name, r => counted[r.Id].TryGetValue(question.Id, out var answer) ? CsvCell.Join(AnswerWords.Of(answer.Question, answer.Given, record)) : null);
        }
        return columns.Write(replies);

        // Asked only where a form is open to anyone.
        string? Agreed(Reply reply, bool may) => forms[reply.Version!.Value].Audience != Audience.Anyone ? null : may ? "yes" : "no";
    }
}
