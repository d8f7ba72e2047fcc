using Kept.Core.Records;
using Kept.Core.Records.Postgres;
using Kept.Core.Records.Sqlite;
using Kept.Core.Workroom;
using Kept.Web.House;

namespace Kept.Web.Commands;

/// <summary>The record's database as the settings name it: a file in the data folder, or PostgreSQL.</summary>
public static class Database
{
    /// <summary>To write; throws <see cref="DatabaseFault"/>.</summary>
    public static IRegisterStore Open(KeptSettings settings) =>
        settings.IsPostgres ? PostgresStore.Open(settings.Database) : SqliteStore.Open(settings.Database);

    /// <summary>To read beside whoever writes; throws <see cref="DatabaseFault"/>.</summary>
    public static IRegisterStore OpenToRead(KeptSettings settings) =>
        settings.IsPostgres ? PostgresStore.Open(settings.Database) : SqliteStore.OpenToRead(settings.Database);

    /// <summary>The private half beside a store that <see cref="Open"/> made.</summary>
    public static WorkroomDatabase Workroom(KeptSettings settings, IRegisterStore store) =>
        store is SqliteStore file ? WorkroomDatabase.InFile(settings.Database, file.Gate) : WorkroomDatabase.InPostgres(settings.Database);

    /// <summary>The verified Register over a store; throws <see cref="DatabaseFault"/> or <see cref="BrokenRegisterException"/>.</summary>
    public static Register Verified(IRegisterStore store, TimeProvider clock, Action<long>? progress = null)
    {
        try
        {
            return Register.Open(store, clock, progress);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }
}
