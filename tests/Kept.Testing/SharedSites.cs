namespace Kept.Testing;

/// <summary>What the tests of one assembly share, taken away when the last of them is done.</summary>
public sealed class SharedSites : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await ShippedSite.Leave();
        ShippedCopy.Leave();
    }
}
