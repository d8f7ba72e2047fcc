using Kept.Core.Content;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Search;
using Kept.Core.Tests.Records;
using Kept.Testing;

namespace Kept.Core.Tests.Search;

/// <summary>A Register in memory with the index beside it, as the site keeps them.</summary>
internal sealed class Searched : IDisposable
{
    private static readonly Lazy<PackFolder> Pack = new(() => PackFolder.Read(Repository.ShippedPack));
    private readonly TestClock _clock = TestClock.At(2026, 11, 21);

    private Searched()
    {
        Register = Register.Open(new MemoryStore(), _clock);
        Index = new(Register);
        Index.CatchUp();
    }

    internal Register Register { get; }

    internal LiveIndex Index { get; }

    /// <summary>The index with nothing in it.</summary>
    internal static Searched Empty() => new();

    /// <summary>The shipped programme.</summary>
    internal static async Task<Searched> Shipped()
    {
        var searched = new Searched();
        await searched.Do([.. LoadPack.Plan(searched.Register.Snapshot, Pack.Value, false).Change.Writes]);
        return searched;
    }

    internal async Task<Appended.Done> Do(params Write[] writes)
    {
        _clock.Advance(TimeSpan.FromDays(1));
        return Assert.IsType<Appended.Done>(await Register.AppendAsync(Change.Of(writes), Act.Operator("because", "test")));
    }

    internal DateTimeOffset Now => _clock.GetUtcNow();

    internal View At(string? date = null, DateTimeOffset? known = null) => new(Register.Snapshot, date is null ? new(2026, 12, 31) : DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), known);

    internal Found Find(string words, View? view = null, params Facet[] chosen) =>
        Index.For(view ??= At())!.Find(view, ReadQuery.Of(words, view), chosen);

    /// <summary>The keys found, as "kind/id".</summary>
    internal IReadOnlyList<string> Keys(string words, View? view = null, params Facet[] chosen) => [.. Find(words, view, chosen).Items.Select(i => i.Key.ToString())];

    internal string? Suggest(string words, View? view = null) => Index.For(view ??= At())!.Suggest(view, ReadQuery.Of(words, view))?.Text;

    public void Dispose()
    {
        Index.Dispose();
        Register.Dispose();
    }
}
