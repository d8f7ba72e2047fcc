namespace Kept.Web.House;

/// <summary>What works beside the site without anybody waiting for it begins when the first readers have their pages.</summary>
public static class AfterStart
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    /// <summary>Ends a moment after the site answers; throws <see cref="OperationCanceledException"/> when it stops before.</summary>
    public static async Task OfFirstReaders(this IHostApplicationLifetime life, CancellationToken cancel)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var up = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancel);
        await Task.Delay(Quiet, cancel);
    }
}
