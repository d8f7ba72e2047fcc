using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kept.Core.Workroom;

/// <summary>The Workroom's tables: one model on both engines, names in snake_case, instants in UTC.</summary>
public abstract class WorkroomContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Backups that were made of this database.</summary>
    public DbSet<BackupMade> Backups => Set<BackupMade>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BackupMade>().ToTable("work_backup").HasIndex(b => b.Made);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
            property.SetColumnName(Snake(property.Name));
    }

    // "LastSeen" becomes "last_seen".
    private static string Snake(string name) =>
        string.Concat(name.Select((c, at) => char.IsUpper(c) ? (at == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));
}

/// <summary>The Workroom in the SQLite file that holds the Register.</summary>
public sealed class SqliteWorkroom(DbContextOptions<SqliteWorkroom> options) : WorkroomContext(options)
{
    // SQLite cannot order instants with an offset; as text of one length they order as they should.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantText>();

    private sealed class InstantText() : ValueConverter<DateTimeOffset, string>(
        instant => Records.Entry.Instant(instant), text => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>The Workroom in the PostgreSQL database that holds the Register.</summary>
public sealed class PostgresWorkroom(DbContextOptions<PostgresWorkroom> options) : WorkroomContext(options);
