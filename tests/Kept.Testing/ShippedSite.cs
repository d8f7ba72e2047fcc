using Kept.Core.Search;
using Kept.Web.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Testing;

/// <summary>
/// The site over the shipped pack, standing on 21 November 2026. Read only: take <see cref="Shared"/>. A test that moves
/// the clock or writes starts its own.
/// </summary>
public static class ShippedSite
{
    private static readonly Lazy<Task<TestSite>> Once = new(() => Start(TestClock.At(2026, 11, 21)));

    public static Task<TestSite> Shared => Once.Value;

    internal static async Task Leave()
    {
        if (Once.IsValueCreated) await (await Once.Value).DisposeAsync();
    }

    /// <summary>With its index of words made, which a site otherwise does a second after it answers.</summary>
    public static async Task<TestSite> Start(TestClock clock)
    {
        var site = await TestSite.Start(clock, async register =>
        {
            using var said = new StringWriter();
            if (await PackLoading.Load(register, Repository.ShippedPack, prune: false, said, CancellationToken.None) != 0)
                throw new InvalidOperationException(said.ToString());
        });
        site.Services.GetRequiredService<LiveIndex>().CatchUp();
        return site;
    }
}
