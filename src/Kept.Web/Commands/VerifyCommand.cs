using System.Globalization;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Commands;

/// <summary><c>verify</c>: reads the database beside a running server and checks every entry and item, and the file.</summary>
public static class VerifyCommand
{
    private const int HashLength = 64;

    public static int Run(KeptSettings settings, string? head)
    {
        var anchor = Anchor(head);
        if (head is not null && anchor is null)
        {
            Console.Error.WriteLine($"\"{head}\" is not a head. Nothing was checked. A head is an entry's number, a colon, and the {HashLength} letters and digits of its hash.");
            return 1;
        }
        var found = Check(settings, anchor);
        Console.WriteLine(found);
        return found.IsWhole ? 0 : 1;
    }

    private static Verification Check(KeptSettings settings, (long Entry, string Hash)? anchor)
    {
        try
        {
            using var progress = new ProgressLine("entries checked");
            using var store = Database.OpenToRead(settings);
            Console.WriteLine(store.Engine);
            return Verification.Of(store, anchor, progress.At);
        }
        catch (DatabaseFault fault) when (fault.IsDamage)
        {
            Console.Error.WriteLine(fault.Words);
            return new(1, Entry.NoPrev, "the database cannot be read");
        }
    }

    private static (long Entry, string Hash)? Anchor(string? head) =>
        head?.Split(':') is [var number, { Length: HashLength } hash] && hash.All(char.IsAsciiHexDigit)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var entry) && entry > 0 ? (entry, hash) : null;
}
