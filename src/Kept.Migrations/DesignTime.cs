using Kept.Core.Workroom;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Kept.Migrations;

/// <summary>How the tool that writes migrations opens the Workroom for SQLite; see docs/operate/migrations.md.</summary>
public sealed class DesignSqlite : IDesignTimeDbContextFactory<SqliteWorkroom>
{
    public SqliteWorkroom CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteWorkroom>()
        .UseSqlite("Data Source=unused.db", o => o.MigrationsAssembly("Kept.Migrations").MigrationsHistoryTable("work_migration")).UseApplicationServiceProvider(WorkroomDatabase.Identity).Options);
}

/// <summary>The same for PostgreSQL.</summary>
public sealed class DesignPostgres : IDesignTimeDbContextFactory<PostgresWorkroom>
{
    public PostgresWorkroom CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresWorkroom>()
        .UseNpgsql("Host=unused", o => o.MigrationsAssembly("Kept.Migrations").MigrationsHistoryTable("work_migration")).UseApplicationServiceProvider(WorkroomDatabase.Identity).Options);
}
