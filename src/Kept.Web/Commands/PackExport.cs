using Kept.Core.Content;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Commands;

/// <summary><c>export pack</c>: reads the database beside a running server and writes the folder.</summary>
public static class PackExport
{
    public static int Run(KeptSettings settings, string folder)
    {
        using var register = Register.Open(Database.OpenToRead(settings), TimeProvider.System);
        if (ExportPack.Write(register.Snapshot, folder) is { } refusal)
        {
            Console.Error.WriteLine(refusal);
            return 1;
        }
        Console.WriteLine($"Written to {folder}: the record at entry {register.Snapshot.Number}.");
        return 0;
    }
}
