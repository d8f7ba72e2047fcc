namespace Kept.Core.Records;

/// <summary>What checking a chain found: its end, or the first entry that is not as it should be.</summary>
/// <param name="Entry">The last good entry's number when whole; the number at which it broke otherwise.</param>
/// <param name="Hash">The hash of the last good entry.</param>
/// <param name="Broken">Null when whole; else what is wrong, in plain words.</param>
public sealed record Verification(long Entry, string Hash, string? Broken)
{
    public bool IsWhole => Broken is null;

    /// <summary>
    /// Checks a whole store, chain and file. <paramref name="anchor"/> is an entry and hash published earlier, without
    /// which neither a cut-off tail nor a chain written anew from one end to the other can be told from a true one.
    /// </summary>
    public static Verification Of(IRegisterStore store, (long Entry, string Hash)? anchor = null, Action<long>? progress = null)
    {
        var chain = ChainCheck.Of(store, anchor, e => progress?.Invoke(e.Entry.Number));
        return !chain.IsWhole ? chain
            : store.Damage() is { } how ? chain with { Broken = $"every entry could be read, but the file is damaged: {how}" }
            : chain;
    }

    /// <summary>The last line of <c>verify</c>.</summary>
    public override string ToString() => IsWhole ? $"ok {Entry} {Hash}" : $"broken at {Entry}: {Broken}";
}
