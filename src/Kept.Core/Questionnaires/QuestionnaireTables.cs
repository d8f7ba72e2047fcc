using Kept.Core.Feedback.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Core.Questionnaires;

/// <summary>The tables of questionnaires. Forms and answers are JSON; who changes a row must have seen it as it is.</summary>
public static class QuestionnaireTables
{
    internal static void Map(ModelBuilder builder)
    {
        builder.Entity<Questionnaire>(questionnaire =>
        {
            questionnaire.ToTable("work_questionnaire").Property(q => q.Revision).IsConcurrencyToken();
            Json(questionnaire.Property(q => q.Draft));
        });
        builder.Entity<FormVersion>(version =>
        {
            version.ToTable("work_form_version").HasKey(v => new { v.QuestionnaireId, v.Number });
            version.HasOne<Questionnaire>().WithMany().HasForeignKey(v => v.QuestionnaireId);
            Json(version.Property(v => v.Form));
        });
        builder.Entity<Reply>(reply =>
        {
            reply.ToTable("work_reply").Property(r => r.Revision).IsConcurrencyToken();
            reply.HasOne<Questionnaire>().WithMany().HasForeignKey(r => r.QuestionnaireId);
            reply.HasIndex(r => r.Reference).IsUnique();
            reply.HasIndex(r => new { r.QuestionnaireId, r.Sent });
            reply.HasIndex(r => r.Ends);
            Json(reply.Property(r => r.Answers));
        });
        // Here and not with the files: their room knows no replies.
        builder.Entity<Attachment>().HasOne<Reply>().WithMany().HasForeignKey(a => a.ReplyId).OnDelete(DeleteBehavior.Cascade);
        builder.Entity<ReplyStep>(step =>
        {
            step.ToTable("work_reply_step").HasIndex(s => s.ReplyId);
            step.HasOne<Reply>().WithMany().HasForeignKey(s => s.ReplyId);
        });
        builder.Entity<SafeguardingStep>(step =>
        {
            step.ToTable("work_safeguarding").HasIndex(s => s.ReplyId);
            step.HasOne<Reply>().WithMany().HasForeignKey(s => s.ReplyId);
        });
    }

    private static void Json<T>(PropertyBuilder<T> property) =>
        property.HasConversion(value => FormJson.Write(value), json => FormJson.Read<T>(json), new ValueComparer<T>((a, b) => FormJson.Write(a) == FormJson.Write(b), v => FormJson.Write(v).GetHashCode(StringComparison.Ordinal), v => v));
}
