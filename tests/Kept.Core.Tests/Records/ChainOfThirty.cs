using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Testing;
using Microsoft.Data.Sqlite;

namespace Kept.Core.Tests.Records;

/// <summary>A register of thirty entries of every kind, closed; each test gets copies of its file to harm.</summary>
public sealed class ChainOfThirty : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private int _copies;

    internal byte[] File { get; private set; } = [];

    /// <summary>The log beside <see cref="File"/> before it was moved into it, and the file as it then was.</summary>
    internal (byte[] File, byte[] Log) Unmoved { get; private set; }

    internal (long Entry, string Hash) Head { get; private set; }

    internal string Content { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        using (var kept = new TestRegister(file: true))
        {
            for (var i = 0; i < 12; i++) await kept.Do(TestRegister.Set($"r{i}", $"words {i} {new string('x', i * 150)}", 0), TestRegister.Set($"r{i}", $"later {i}", 1, new(2022, 1, 1)));
            await kept.Do(Write.Correct("r1", TestRegister.Spring, TestRegister.Says("right"), 3, 2));
            await kept.Do(Write.Redact(TestRegister.Key("r1"), 3, 3), Write.Delete(TestRegister.Key("r2"), new(2023, 1, 1), 2));
            await kept.Do(Write.Redact(TestRegister.Key("r5"), 11, 2));
            await kept.Do(TestRegister.Set("r11", "ahead", 2, new(2030, 1, 1)), TestRegister.Set("r0", "last words", 2));
            Unmoved = (await System.IO.File.ReadAllBytesAsync(kept.Path), await ReadShared(kept.Path + "-wal"));
            Head = (kept.Now.Number, kept.Now.Hash);
            kept.Close();
            File = await System.IO.File.ReadAllBytesAsync(kept.Path);
        }
        Content = ContentOf(Copy());
        Assert.Equal(30, Head.Entry);
    }

    private static async Task<byte[]> ReadShared(string path)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }

    /// <summary>A copy of the file, or of what a test made of it.</summary>
    internal string Copy(byte[]? file = null, byte[]? log = null)
    {
        var path = _folder.File($"{++_copies}/kept.db");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, file ?? File);
        if (log is not null) System.IO.File.WriteAllBytes(path + "-wal", log);
        return path;
    }

    /// <summary>A copy after some SQL.</summary>
    internal string Copy(string sql)
    {
        var path = Copy();
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        SqliteFile.Run(connection, "pragma synchronous=off; pragma journal_mode=memory;" + sql);
        return path;
    }

    internal static Verification Verify(string path, (long, string)? anchor = null)
    {
        using var store = SqliteStore.OpenToRead(path);
        return Verification.Of(store, anchor);
    }

    /// <summary>Everything the Register would take from a file.</summary>
    internal static string ContentOf(string path)
    {
        using var store = SqliteStore.OpenToRead(path);
        return string.Join('\n', store.Read(long.MinValue).Select(r =>
            $"{r.Entry} {r.Item.Hash} {Convert.ToHexString(r.Item.Salt.Span)} {Convert.ToHexString(r.Item.Body.Span)}"));
    }

    internal static string ContentOrFault(string path)
    {
        try
        {
            return ContentOf(path);
        }
        catch (Exception e) when (e is FormatException or DatabaseFault)
        {
            return e.Message;
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
