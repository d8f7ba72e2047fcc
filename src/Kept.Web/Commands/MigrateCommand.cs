using System.Globalization;
using Kept.Core.Records;
using Kept.Core.Records.Postgres;
using Kept.Core.Records.Sqlite;
using Kept.Web.House;

namespace Kept.Web.Commands;

/// <summary><c>migrate</c>: brings the database up to the schema of this version, which starting the server does as well, and checks it.</summary>
public static class MigrateCommand
{
    public static async Task<int> Run(KeptSettings settings, CancellationToken cancel)
    {
        var before = SchemaOf(settings);
        using var held = DataFolder.Hold(settings);
        using var store = Database.Open(settings);
        var newest = settings.IsPostgres ? PostgresDatabase.Schema : SqliteFile.Schema;
        Console.WriteLine(before == newest
            ? string.Create(CultureInfo.InvariantCulture, $"The schema is {newest}, the newest this version of Kept knows. There was nothing to do.")
            : string.Create(CultureInfo.InvariantCulture, $"The schema was {before} and is now {newest}. An older version of Kept will refuse this database."));
        await Database.Workroom(settings, store).Migrate(cancel);
        using var progress = new ProgressLine("entries checked");
        var found = Verification.Of(store, null, progress.At);
        progress.Dispose();
        Console.WriteLine(found);
        return found.IsWhole ? 0 : 1;
    }

    private static int SchemaOf(KeptSettings settings)
    {
        if (settings.IsPostgres) return PostgresDatabase.SchemaOf(settings.Database);
        using var reading = SqliteFile.OpenToRead(settings.Database);
        return SqliteFile.VersionOf(reading);
    }
}
