using System.Text.Json;
using Kept.Core.Feedback.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kept.Core.Feedback;

/// <summary>How contributions stand in the database.</summary>
internal static class FeedbackTables
{
    internal static void Map(ModelBuilder builder)
    {
        builder.Entity<Contribution>(contribution =>
        {
            contribution.ToTable("work_contribution");
            contribution.HasIndex(c => c.FormKey).IsUnique();
            contribution.HasIndex(c => c.Reference).IsUnique();
            // The queue: by state, then in the order they came; and narrowed to a body or an action.
            contribution.HasIndex(c => new { c.State, c.Sent });
            contribution.HasIndex(c => new { c.Body, c.Made });
            contribution.HasIndex(c => new { c.State, c.Body, c.Sent });
            contribution.HasIndex(c => new { c.State, c.Action, c.Sent });
            contribution.Property(c => c.Told).HasConversion(new AsJson<Told>());
            contribution.Property(c => c.Edited).HasConversion(new AsJson<Told?>());
            contribution.Property(c => c.AcceptedAs).HasConversion(new AsJson<PublishContribution.Decision?>());
            contribution.Property(c => c.Version).IsConcurrencyToken();
            contribution.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.ContributionId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Meeting>(meeting =>
        {
            meeting.ToTable("work_meeting");
            meeting.HasIndex(m => m.FormKey).IsUnique();
            meeting.HasIndex(m => m.Day);
            meeting.Property(m => m.NextSteps).HasConversion(new AsJson<List<NextStepTaken>>());
            meeting.Property(m => m.Version).IsConcurrencyToken();
        });
        builder.Entity<Attachment>(attachment =>
        {
            attachment.ToTable("work_attachment").HasIndex(a => a.ContributionId);
            attachment.HasIndex(a => a.ReplyId);
            attachment.HasOne<Contribution>().WithMany().HasForeignKey(a => a.ContributionId).OnDelete(DeleteBehavior.Cascade);
            attachment.HasOne<AttachedBytes>().WithOne().HasForeignKey<AttachedBytes>(b => b.Id).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<AttachedBytes>().ToTable("work_attachment_bytes");
        builder.Entity<BodyLetter>().ToTable("work_body_letter").HasKey(l => l.Body);
        builder.Entity<Contact>().ToTable("work_contact");
        builder.Entity<ContributionStep>().ToTable("work_contribution_step").HasIndex(s => s.ContributionId);
    }

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault };

    private sealed class AsJson<T>() : ValueConverter<T, string>(told => JsonSerializer.Serialize(told, Json), text => JsonSerializer.Deserialize<T>(text, Json)!);
}
