using Kept.Core.Accounts;
using Kept.Core.Feedback;
using Kept.Core.Feedback.Files;
using Kept.Core.Notices;
using Kept.Core.Questionnaires;
using Kept.Core.Records.Sqlite;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kept.Core.Workroom;

/// <summary>The Workroom's tables: one model on both engines, names in snake_case, instants in UTC, choices as words.</summary>
public abstract class WorkroomContext(DbContextOptions options) : IdentityUserContext<Account, string>(options)
{
    /// <summary>Backups that were made of this database.</summary>
    public DbSet<BackupMade> Backups => Set<BackupMade>();

    public DbSet<RetentionRun> RetentionRuns => Set<RetentionRun>();

    public DbSet<DataKey> Keys => Set<DataKey>();

    public DbSet<Grant> Grants => Set<Grant>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <summary>E-mail that waits, was sent, or could not be.</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>What bodies send, and what became of it.</summary>
    public DbSet<Contribution> Contributions => Set<Contribution>();

    public DbSet<ContributionStep> ContributionSteps => Set<ContributionStep>();

    /// <summary>Files that came with contributions; their bytes are apart.</summary>
    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<AttachedBytes> AttachedBytes => Set<AttachedBytes>();

    public DbSet<BodyLetter> BodyLetters => Set<BodyLetter>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    /// <summary>The operator's own list of those to keep up with.</summary>
    public DbSet<Contact> Contacts => Set<Contact>();

    /// <summary>Addresses that are told of changes.</summary>
    public DbSet<Follower> Followers => Set<Follower>();

    public DbSet<Follow> Follows => Set<Follow>();

    public DbSet<FollowWord> FollowWords => Set<FollowWord>();

    public DbSet<Pause> Pauses => Set<Pause>();

    public DbSet<Holiday> Holidays => Set<Holiday>();

    /// <summary>Other words for the e-mail that Kept sends.</summary>
    public DbSet<EditedText> Texts => Set<EditedText>();

    public DbSet<Questionnaire> Questionnaires => Set<Questionnaire>();

    public DbSet<FormVersion> FormVersions => Set<FormVersion>();

    public DbSet<Reply> Replies => Set<Reply>();

    /// <summary>What became of replies that go to no queue.</summary>
    public DbSet<ReplyStep> ReplySteps => Set<ReplyStep>();

    /// <summary>What was done with replies that may say that somebody is at risk.</summary>
    public DbSet<SafeguardingStep> SafeguardingSteps => Set<SafeguardingStep>();

    /// <summary>What a save has to hold, where the database is a file with one writer; null where the caller holds it or nobody need.</summary>
    internal OneWriter? Gate { get; init; }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        using var turn = Gate?.Enter();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var turn = Gate is null ? null : await Gate.EnterAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<BackupMade>().ToTable("work_backup").HasIndex(b => b.Made);
        builder.Entity<DataKey>().ToTable("work_key");
        builder.Entity<RetentionRun>().ToTable("work_retention_run");
        AccountTables(builder);
        FeedbackTables.Map(builder);
        NoticeTables.Map(builder);
        QuestionnaireTables.Map(builder);
        foreach (var property in builder.Model.GetEntityTypes().Where(e => !e.IsMappedToJson()).SelectMany(e => e.GetProperties()))
            property.SetColumnName(Snake(property.Name));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>();

    private static void AccountTables(ModelBuilder builder)
    {
        builder.Entity<Account>(account =>
        {
            account.ToTable("work_account");
            account.HasMany(a => a.Grants).WithOne().HasForeignKey(g => g.AccountId);
            Rename(account.Metadata, "work_account");
        });
        builder.Entity<IdentityUserClaim<string>>().ToTable("work_account_claim");
        builder.Entity<IdentityUserLogin<string>>().ToTable("work_account_login");
        builder.Entity<IdentityUserToken<string>>().ToTable("work_account_token");
        builder.Entity<IdentityUserPasskey<string>>().ToTable("work_account_passkey");
        builder.Entity<Grant>().ToTable("work_grant");
        builder.Entity<Session>().ToTable("work_session").HasIndex(s => s.AccountId);
        builder.Entity<Invitation>().ToTable("work_invitation").HasIndex(i => i.Made);
    }

    // The library names its indexes for a table it does not have here.
    private static void Rename(IMutableEntityType type, string table)
    {
        foreach (var index in type.GetIndexes()) index.SetDatabaseName($"ix_{table}_{string.Join('_', index.Properties.Select(p => Snake(p.Name)))}");
    }

    // "LastSeen" becomes "last_seen".
    private static string Snake(string name) =>
        string.Concat(name.Select((c, at) => char.IsUpper(c) ? (at == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));
}

/// <summary>The Workroom in the SQLite file that holds the Register.</summary>
public sealed class SqliteWorkroom(DbContextOptions<SqliteWorkroom> options) : WorkroomContext(options)
{
    // SQLite cannot order instants with an offset; as text of one length they order as they should.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantText>();
    }

    private sealed class InstantText() : ValueConverter<DateTimeOffset, string>(
        instant => Records.Entry.Instant(instant), text => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>The Workroom in the PostgreSQL database that holds the Register.</summary>
public sealed class PostgresWorkroom(DbContextOptions<PostgresWorkroom> options) : WorkroomContext(options);
