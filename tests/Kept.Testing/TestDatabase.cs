using System.Text;
using Kept.Core.Records;
using Kept.Core.Records.Postgres;
using Kept.Core.Records.Sqlite;
using Kept.Core.Workroom;

namespace Kept.Testing;

/// <summary>A database of a test's own, on the engine this run is for: SQLite, or PostgreSQL where KEPT_TEST_ENGINE says so.</summary>
/// <param name="file">For a test of the SQLite file itself: always that.</param>
public sealed class TestDatabase(bool file = false) : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string? _postgres = OnPostgres && !file ? PostgresServer.NewSchema() : null;

    // What every test of people would begin with: the tables of both halves, made once.
    private static readonly Lazy<Task<byte[]>> Tables = new(MakeTables);

    public static bool OnPostgres { get; } = Environment.GetEnvironmentVariable("KEPT_TEST_ENGINE") == "postgres";

    /// <summary>The data folder, where files beside the database are.</summary>
    public string Folder => _folder.Path;

    /// <summary>What <c>--database</c> would name; null where the database is a file in the folder.</summary>
    public string? Address => _postgres;

    public string File => _folder.File("kept.db");

    public IRegisterStore Open() => _postgres is { } address ? PostgresStore.Open(address) : SqliteStore.Open(File);

    /// <summary>Puts an empty file with all tables there, where there is none yet: making them takes as long as a test does. On PostgreSQL they are made.</summary>
    public async Task TakeTables()
    {
        if (_postgres is null && !System.IO.File.Exists(File)) await System.IO.File.WriteAllBytesAsync(File, await Tables.Value);
    }

    private static async Task<byte[]> MakeTables()
    {
        using var made = new TestDatabase(file: true);
        using (var store = made.Open()) await made.Workroom(store).Ready();
        return await System.IO.File.ReadAllBytesAsync(made.File);
    }

    public IRegisterStore OpenToRead() => _postgres is { } address ? PostgresStore.Open(address) : SqliteStore.OpenToRead(File);

    /// <summary>The Workroom beside a Register that <see cref="Open"/> made.</summary>
    public WorkroomDatabase Workroom(IRegisterStore store) =>
        _postgres is { } address ? WorkroomDatabase.InPostgres(address) : WorkroomDatabase.InFile(File, ((SqliteStore)store).Gate);

    /// <summary>Whether words stand anywhere in the bytes of the data folder, or on PostgreSQL in any row.</summary>
    public bool Holds(string words) => _postgres is { } address ? Rows(address, words) : Directory.GetFiles(Folder).Any(f => Bytes(f).AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0);

    private static bool Rows(string address, string words)
    {
        using var store = PostgresStore.Open(address);
        return store.Read(0).Any(row => row.Item.Body.Span.IndexOf(Encoding.UTF8.GetBytes(words)) >= 0);
    }

    private static byte[] Bytes(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public void Dispose()
    {
        _folder.Dispose();
    }
}
