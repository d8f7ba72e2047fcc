namespace Kept.Core.Records;

/// <summary>The versions, no longer the newest of their record, whose bodies were read last. They keep what was read until so many others were, so that a past page is as quick again as today's.</summary>
internal static class OldBodies
{
    private const int Most = 8192;
    private static readonly RecordVersion?[] Kept = new RecordVersion?[Most];
    private static int _next;

    public static void Keep(RecordVersion version) =>
        Interlocked.Exchange(ref Kept[(uint)Interlocked.Increment(ref _next) % Most], version)?.ForgetOldBody();

    /// <summary>Lets go of all, since one of them may be erased.</summary>
    public static void Clear()
    {
        for (var i = 0; i < Most; i++) Interlocked.Exchange(ref Kept[i], null)?.ForgetOldBody();
    }
}
