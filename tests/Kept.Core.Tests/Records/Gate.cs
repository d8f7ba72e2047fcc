namespace Kept.Core.Tests.Records;

/// <summary>A disk that takes its time: it holds a commit until it is opened.</summary>
internal sealed class Gate : IDisposable
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _open = new();

    internal Task Reached => _reached.Task.WaitAsync(TimeSpan.FromSeconds(30));

    internal void Hold(Action commit)
    {
        _reached.SetResult();
        _open.Wait(TimeSpan.FromSeconds(30));
        commit();
    }

    internal void Open() => _open.Set();

    public void Dispose() => _open.Dispose();
}
