using Kept.Core.Evidence;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Testing;

namespace Kept.Core.Tests.Records;

/// <summary>A Register over SQLite in a folder of its own, with a clock that stands still.</summary>
internal sealed class TestRegister : IDisposable
{
    internal static readonly Act Act = Act.Operator("because", "test");
    internal static readonly DateOnly Spring = new(2021, 3, 31);
    private readonly TestDatabase _database;

    internal TestRegister(bool file = false)
    {
        _database = new(file);
        Register = Open();
    }

    internal TestClock Clock { get; } = TestClock.At(2026, 11, 21);

    internal Register Register { get; private set; }

    internal Snapshot Now => Register.Snapshot;

    internal string Path => _database.File;

    internal static Source Says(string words) => new() { Title = words, Kind = "report" };

    internal static RecordKey Key(string id) => RecordKey.Of<Source>(id);

    internal static Write Set(string id, string words, int? expect = null, DateOnly? from = null) =>
        Write.Set(id, from ?? Spring, Says(words), expect);

    internal Task<Appended> Try(params Write[] writes) => Register.AppendAsync(Change.Of(writes), Act);

    internal async Task<Appended.Done> Do(params Write[] writes)
    {
        var answer = await Try(writes);
        if (answer is Appended.Refused refused) Assert.Fail(string.Join('\n', refused.Why));
        return Assert.IsType<Appended.Done>(answer);
    }

    internal async Task<Appended.Refused> Refused(params Write[] writes)
    {
        var (before, number) = (Now, Verify().Entry);
        var refused = Assert.IsType<Appended.Refused>(await Try(writes));
        Assert.Same(before, Now);
        Assert.Equal(number, Verify().Entry);
        return refused;
    }

    internal string? Words(string id, DateOnly? at = null) => new View(Now, at ?? new(2026, 11, 21)).Find<Source>(id)?.Body.Title;

    /// <summary>What another process would find in the file now.</summary>
    internal Verification Verify((long, string)? anchor = null)
    {
        using var store = _database.OpenToRead();
        return Verification.Of(store, anchor);
    }

    /// <summary>Closes it and opens it again.</summary>
    internal void Reopen()
    {
        Close();
        Register = Open();
    }

    internal void Close() => Register.Dispose();

    internal bool IsOnDisk(string words) => _database.Holds(words);

    /// <summary>A store beside the Register, as another process would open it.</summary>
    internal IRegisterStore Reader() => _database.OpenToRead();

    private Register Open() => Register.Open(_database.Open(), Clock);

    public void Dispose()
    {
        Register.Dispose();
        _database.Dispose();
    }
}
