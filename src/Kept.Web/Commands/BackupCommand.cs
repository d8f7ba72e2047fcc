using System.Globalization;
using Kept.Core.Foundation;
using Kept.Core.Keeping;
using Kept.Web.House;

namespace Kept.Web.Commands;

/// <summary><c>backup</c>: by the running server if there is one, else straight from the database. Writers go on meanwhile.</summary>
public static class BackupCommand
{
    /// <summary>What is said where PostgreSQL's own tools do it better.</summary>
    internal static readonly Refusal OnPostgres = new(
        "Kept makes and restores backups of its own file; this record is in PostgreSQL.", "Nothing was done.",
        "Use pg_dump and pg_restore, and \"export archive\" for a copy that can be checked without a database server: see docs/operate/postgresql.md.");

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>The version of Kept as manifests name it.</summary>
    internal static string Version { get; } = typeof(BackupCommand).Assembly.GetName().Version!.ToString(3);

    public static async Task<int> Run(KeptSettings settings, string file, CancellationToken cancel)
    {
        if (settings.IsPostgres) return Say(OnPostgres);
        var database = settings.Database;
        file = Path.GetFullPath(file);
        using var ended = new CancellationTokenSource();
        var watch = Grow(database, Backup.UnfinishedOf(file), ended.Token);
        try
        {
            return await ThroughServer(settings, file, cancel) ?? await Task.Run(() => Alone(database, file, cancel), CancellationToken.None);
        }
        finally
        {
            await ended.CancelAsync();
            await watch;
        }
    }

    /// <summary>Makes the backup and says what was made; <paramref name="then"/> remembers it. 0 when it stands, 1 when there is none.</summary>
    public static async Task<int> Make(string database, string file, TimeProvider clock, TextWriter say, Action<long>? progress, CancellationToken cancel, Func<Manifest, Task>? then = null)
    {
        var (made, why) = Backup.Make(database, file, clock, Version, progress, cancel);
        if (made is null)
        {
            say.WriteLine(why);
            return 1;
        }
        if (then is not null) await then(made);
        say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Written to {file}: {made.Bytes:N0} bytes, {made.Erased.Count} erased entries. Keep {Path.GetFileName(Manifest.PathOf(file))} beside it."));
        say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"backed up {made.Entry} {made.Hash}"));
        return 0;
    }

    private static async Task<int> Alone(string database, string file, CancellationToken cancel)
    {
        using var progress = new ProgressLine("entries checked");
        return await Make(database, file, TimeProvider.System, Console.Out, progress.At, cancel);
    }

    private static Task<int?> ThroughServer(KeptSettings settings, string file, CancellationToken cancel) => Door.Post(
        settings.Data, $"/door/backup?file={Uri.EscapeDataString(file)}",
        new("The running server stopped before it had answered.", "There is a backup only if the file stands under its own name.", "Start the server, or make the backup without it."), cancel);

    // Whoever makes the copy, it grows on this machine.
    private static async Task Grow(string database, string unfinished, CancellationToken ended)
    {
        if (Console.IsErrorRedirected || !File.Exists(database)) return;
        var whole = new FileInfo(database).Length >> 20;
        var shown = false;
        while (true)
        {
            await Task.Delay(Look, TimeProvider.System, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.IsCancellationRequested) break;
            if (new FileInfo(unfinished) is not { Exists: true } part) continue;
            shown = true;
            await Console.Error.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"\r{part.Length >> 20:N0} of {whole:N0} MiB copied "));
        }
        if (shown) await Console.Error.WriteLineAsync();
    }

    private static int Say(Refusal refusal)
    {
        Console.Error.WriteLine(refusal);
        return 1;
    }
}
