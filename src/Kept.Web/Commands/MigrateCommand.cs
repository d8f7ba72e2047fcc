using System.Globalization;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Web.House;

namespace Kept.Web.Commands;

/// <summary><c>migrate</c>: brings the database up to the schema of this version, which starting the server does as well, and checks it.</summary>
public static class MigrateCommand
{
    public static int Run(string data)
    {
        var database = new KeptSettings { Data = data }.Database;
        int before;
        using (var reading = SqliteFile.OpenToRead(database)) before = SqliteFile.VersionOf(reading);
        using var held = DataFolder.Hold(data);
        using var store = SqliteStore.Open(database);
        Console.WriteLine(before == SqliteFile.Schema
            ? string.Create(CultureInfo.InvariantCulture, $"The schema is {before}, the newest this version of Kept knows. There was nothing to do.")
            : string.Create(CultureInfo.InvariantCulture, $"The schema was {before} and is now {SqliteFile.Schema}. An older version of Kept will refuse this database."));
        using var progress = new ProgressLine("entries checked");
        var found = Verification.Of(store, null, progress.At);
        progress.Dispose();
        Console.WriteLine(found);
        return found.IsWhole ? 0 : 1;
    }
}
