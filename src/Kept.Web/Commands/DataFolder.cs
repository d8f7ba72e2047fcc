using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Commands;

/// <summary>The data folder as one writer holds it: its lock, its socket, its database.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(FileStream held) => _lock = held;

    public static string SocketOf(string data) => Path.Combine(Path.GetFullPath(data), "kept.sock");

    /// <summary>Takes the lock that only one writing process may have; throws <see cref="DatabaseFault"/> when another has it.</summary>
    public static DataFolder Hold(KeptSettings settings)
    {
        var data = settings.Data;
        try
        {
            Directory.CreateDirectory(data);
            return new(new FileStream(Path.Combine(data, "kept.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException)
        {
            throw DatabaseFault.ReadOnly(Path.Combine(data, "kept.db"));
        }
        catch (IOException e) when (e.HResult is 11 or 35 || e.Message.Contains("being used", StringComparison.Ordinal))
        {
            throw DatabaseFault.Locked(Path.Combine(data, "kept.db"));
        }
        catch (IOException e) when (e.Message.Contains("Read-only", StringComparison.OrdinalIgnoreCase))
        {
            throw DatabaseFault.ReadOnly(Path.Combine(data, "kept.db"));
        }
        catch (IOException e)
        {
            throw DatabaseFault.NoFolder(data, e);
        }
    }

    /// <summary>The verified Register that the settings name; throws <see cref="DatabaseFault"/> or <see cref="BrokenRegisterException"/>.</summary>
    public static Register Open(KeptSettings settings) => Database.Verified(Database.Open(settings), TimeProvider.System);

    public void Dispose() => _lock.Dispose();
}
