using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kept.Testing;

/// <summary>Counts what one site asks of its database while it is listened to; other sites of the same run are not counted.</summary>
public sealed class Queries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _database;
    private readonly IDisposable _all;
    private readonly ConcurrentBag<IDisposable> _listening = [];
    private int _count;

    /// <param name="database">What the connection of the site names and no other: the folder of its file, or its schema.</param>
    public Queries(string database)
    {
        _database = database;
        _all = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public int Count => Volatile.Read(ref _count);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") _listening.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData { Command.Connection: { } connection } && IsNamedIn(connection.ConnectionString)) Interlocked.Increment(ref _count);
    }

    // "s1" is not "s12".
    private bool IsNamedIn(string address) =>
        address.IndexOf(_database, StringComparison.Ordinal) is >= 0 and var at && (at + _database.Length == address.Length || !char.IsAsciiLetterOrDigit(address[at + _database.Length]));

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose()
    {
        _all.Dispose();
        foreach (var one in _listening) one.Dispose();
    }
}
