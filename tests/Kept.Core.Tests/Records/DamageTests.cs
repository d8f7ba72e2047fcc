using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Testing;

namespace Kept.Core.Tests.Records;

public sealed class DamageTests(ChainOfThirty chain) : IClassFixture<ChainOfThirty>
{
    private const int Night = 10_000, Day = 1_000;
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);

    private static int Times => Environment.GetEnvironmentVariable("KEPT_TEST_NIGHT") == "1" ? Night : Day;

    [Fact]
    public async Task Whatever_is_flipped_or_cut_verify_answers_and_says_ok_only_of_the_same_record()
    {
        var random = new Random(20261121);
        var (found, harmless) = (0, 0);
        for (var i = 0; i < Times; i++)
        {
            var path = chain.Copy(Harmed(random, chain.File));
            if ((await Answer(() => ChainOfThirty.Verify(path, chain.Head))).IsWhole) harmless += Same(path, i);
            else found++;
            if (i % 4 == 0) await MayOpenOnlyTheSame(path, i);
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
        // Otherwise the harm done was no harm, or everything was called harm.
        Assert.InRange(found, Times / 4, Times);
        Assert.InRange(harmless, 1, Times / 2);
    }

    [Fact]
    public async Task Whatever_is_flipped_or_cut_in_the_log_is_missed_against_the_published_head()
    {
        var random = new Random(1121);
        var (file, log) = chain.Unmoved;
        Assert.True(ChainOfThirty.Verify(chain.Copy(file, log), chain.Head).IsWhole);
        var found = 0;
        for (var i = 0; i < Times / 5; i++)
        {
            var path = chain.Copy(file, Harmed(random, log));
            if ((await Answer(() => ChainOfThirty.Verify(path, chain.Head))).IsWhole) Same(path, i);
            else found++;
        }
        Assert.InRange(found, Times / 20, Times / 5);
    }

    private static byte[] Harmed(Random random, byte[] whole)
    {
        var harmed = whole.ToArray();
        switch (random.Next(8))
        {
            case 0: return harmed[..random.Next(harmed.Length)];
            case 1: return harmed[..(random.Next(harmed.Length / 512) * 512)];
            case 2: Array.Clear(harmed, random.Next(harmed.Length / 4096) * 4096, Math.Min(4096, harmed.Length)); break;
            case 3: Array.Copy(harmed, random.Next(harmed.Length / 4096) * 4096, harmed, random.Next(harmed.Length / 4096) * 4096, 4096); break;
            // Where SQLite keeps what it knows of a page: the first bytes of each.
            case 4: harmed[(random.Next(harmed.Length / 4096) * 4096) + random.Next(16)] ^= (byte)(1 << random.Next(8)); break;
            default:
                for (var flips = random.Next(1, 5); flips > 0; flips--) harmed[random.Next(harmed.Length)] ^= (byte)(1 << random.Next(8));
                break;
        }
        return harmed;
    }

    private int Same(string path, int times)
    {
        Assert.True(chain.Content == ChainOfThirty.ContentOf(path), $"Harm {times} went unseen.");
        return 1;
    }

    /// <summary>What may be served: the same record, or nothing.</summary>
    private async Task MayOpenOnlyTheSame(string path, int times)
    {
        var opened = await Answer(() =>
        {
            using var store = SqliteStore.Open(path);
            using var register = Register.Open(store, TestClock.At(2026, 11, 21));
            return new(register.Snapshot.Number, register.Snapshot.Hash, null);
        });
        if (opened.IsWhole) Assert.True(chain.Head == (opened.Entry, opened.Hash), $"Harm {times} was served.");
    }

    private static async Task<Verification> Answer(Func<Verification> ask)
    {
        try
        {
            return await Task.Run(ask).WaitAsync(Hang);
        }
        catch (Exception e) when (e is DatabaseFault or BrokenRegisterException)
        {
            Assert.NotEmpty(e.Message);
            return new(0, "", e.Message);
        }
    }
}
