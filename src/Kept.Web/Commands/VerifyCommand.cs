using System.Globalization;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Web.House;

namespace Kept.Web.Commands;

/// <summary><c>verify</c>: reads the database beside a running server and checks every entry and item.</summary>
public static class VerifyCommand
{
    public static int Run(string data, string? head)
    {
        (long, string)? anchor = null;
        if (head is not null)
        {
            if (head.Split(':') is not [var number, { Length: 64 } hash] || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var entry))
            {
                Console.Error.WriteLine($"--head is an entry's number and its hash, such as 709:{Entry.NoPrev[..8]}...: \"{head}\" is not. Nothing was checked.");
                return 1;
            }
            anchor = (entry, hash);
        }
        using var progress = new ProgressLine("entries checked");
        using var store = SqliteStore.OpenToRead(new KeptSettings { Data = data }.Database);
        var found = ChainCheck.Of(store, anchor, progress.At);
        progress.Dispose();
        Console.WriteLine(store.Engine);
        Console.WriteLine(found);
        return found.IsWhole ? 0 : 1;
    }
}
