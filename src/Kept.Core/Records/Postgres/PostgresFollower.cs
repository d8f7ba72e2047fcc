using Npgsql;

namespace Kept.Core.Records.Postgres;

/// <summary>
/// Listens for what other nodes append. A notice only says "look": a look is also taken after every silence of two seconds, and
/// whenever the connection is lost or back, so that nothing depends on a notice arriving.
/// </summary>
internal sealed class PostgresFollower : IDisposable
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _stop = new();
    private readonly ManualResetEventSlim _ended = new();

    /// <param name="isOurs">Whether it is the session that writes here, whose notices say nothing new.</param>
    internal PostgresFollower(NpgsqlDataSource sessions, Func<int, bool> isOurs, Action look) => _ = Task.Run(() => Listen(sessions, isOurs, look));

    private async Task Listen(NpgsqlDataSource sessions, Func<int, bool> isOurs, Action look)
    {
        try
        {
            while (!_stop.IsCancellationRequested) await ListenOnce(sessions, isOurs, look);
        }
        finally
        {
            _ended.Set();
        }
    }

    private async Task ListenOnce(NpgsqlDataSource sessions, Func<int, bool> isOurs, Action look)
    {
        try
        {
            await using var connection = await sessions.OpenConnectionAsync(_stop.Token);
            connection.Notification += (_, notice) =>
            {
                if (!isOurs(notice.PID)) look();
            };
            await using (var command = new NpgsqlCommand("listen " + PostgresStore.Channel, connection)) await command.ExecuteNonQueryAsync(_stop.Token);
            while (true)
            {
                look();
                await connection.WaitAsync(Silence, _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e) when (PostgresFault.Is(e) || e is InvalidOperationException)
        {
            // Whoever looks finds the database gone, and says so; here it is only tried again.
            look();
            await Task.Delay(Silence / 4, CancellationToken.None);
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _ended.Wait();
        _ended.Dispose();
        _stop.Dispose();
    }
}
