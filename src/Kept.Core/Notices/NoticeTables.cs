using Microsoft.EntityFrameworkCore;

namespace Kept.Core.Notices;

/// <summary>How this room's rows stand in the Workroom.</summary>
internal static class NoticeTables
{
    internal static void Map(ModelBuilder builder)
    {
        builder.Entity<OutboxMessage>(message =>
        {
            message.ToTable("work_outbox").HasIndex(m => m.Key).IsUnique();
            message.HasIndex(m => m.Next);
            message.Property(m => m.Kind).HasDefaultValue(NoticeKind.Account);
        });
        builder.Entity<Follower>(follower =>
        {
            follower.ToTable("work_follower").HasIndex(f => f.EmailKey).IsUnique();
            follower.HasIndex(f => f.Looked);
            // Of two nodes that make the same digest one wins.
            follower.Property(f => f.Looked).IsConcurrencyToken();
            follower.Ignore(f => f.Keys);
            follower.HasMany(f => f.Follows).WithOne().HasForeignKey(f => f.FollowerId);
            follower.HasMany(f => f.Words).WithOne().HasForeignKey(w => w.FollowerId);
        });
        builder.Entity<Follow>(follow =>
        {
            follow.ToTable("work_follow").HasIndex(f => new { f.FollowerId, f.Kind, f.Target }).IsUnique();
            follow.Ignore(f => f.What);
        });
        builder.Entity<FollowWord>().ToTable("work_follow_word").HasIndex(w => w.Made);
        builder.Entity<Pause>().ToTable("work_pause");
        builder.Entity<Holiday>(holiday => holiday.ToTable("work_holiday").Ignore(h => h.Days));
        builder.Entity<EditedText>(text =>
        {
            text.ToTable("work_text").HasIndex(t => t.Text);
            text.Ignore(t => t.Wording);
        });
    }
}
