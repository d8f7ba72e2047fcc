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
    private readonly Task _listening;

    internal PostgresFollower(NpgsqlDataSource sessions, Action look) => _listening = Task.Run(() => Listen(sessions, look));

    private async Task Listen(NpgsqlDataSource sessions, Action look)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = await sessions.OpenConnectionAsync(_stop.Token);
                connection.Notification += (_, _) => look();
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
                await Task.Delay(Silence / 4, _stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listening.ContinueWith(_ => _stop.Dispose(), TaskScheduler.Default);
    }
}
