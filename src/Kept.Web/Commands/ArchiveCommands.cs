using Kept.Core.Foundation;
using Kept.Core.Keeping;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Web.House;

namespace Kept.Web.Commands;

/// <summary><c>export archive</c> and <c>import archive</c>: the record as text, out and in.</summary>
public static class ArchiveCommands
{
    /// <summary>Reads the database beside a running server and writes the folder.</summary>
    public static Task<int> Export(string data, string folder, CancellationToken cancel)
    {
        using var store = SqliteStore.OpenToRead(new KeptSettings { Data = data }.Database);
        using var progress = new ProgressLine("entries written");
        return Task.FromResult(Say(progress, "Written to " + folder + ".", ExportArchive.Write(store, folder, progress.At, cancel)));
    }

    /// <summary>Brings the folder into the database of a data folder, under its lock.</summary>
    public static Task<int> Import(string data, string folder, CancellationToken cancel)
    {
        using var held = DataFolder.Hold(data);
        using var store = SqliteStore.Open(new KeptSettings { Data = data }.Database);
        using var progress = new ProgressLine("entries");
        return Task.FromResult(Say(progress, "Brought in from " + folder + ".", ImportArchive.Into(store, folder, progress.At, cancel)));
    }

    private static int Say(ProgressLine progress, string what, (Verification? Found, Refusal? Why) answer)
    {
        progress.Dispose();
        if (answer.Why is { } why)
        {
            Console.Error.WriteLine(why);
            return 1;
        }
        Console.WriteLine(what);
        Console.WriteLine(answer.Found);
        return answer.Found!.IsWhole ? 0 : 1;
    }
}
