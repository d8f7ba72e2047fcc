using System.Globalization;
using Kept.Core.Foundation;
using Kept.Core.Keeping;
using Kept.Web.House;

namespace Kept.Web.Commands;

/// <summary><c>restore</c>: brings a backup back into a folder that has no database.</summary>
public static class RestoreCommand
{
    /// <param name="later">The manifest of a later backup, for what was erased since; null for none.</param>
    public static async Task<int> Run(KeptSettings settings, string file, string? later, CancellationToken cancel)
    {
        if (settings.IsPostgres) return Say(BackupCommand.OnPostgres);
        var (list, why) = later is null ? (null, null) : Manifest.Read(later);
        if (why is not null) return Say(why);
        using var held = DataFolder.Hold(settings);
        using var progress = new ProgressLine("entries checked");
        var (done, not) = await Restore.From(file, settings.Database, list, TimeProvider.System, progress.At, cancel);
        progress.Dispose();
        if (done is null) return Say(not!);
        if (done.ForgottenAgain > 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done.ForgottenAgain} accounts and replies were erased again. {file} still holds them: delete it once a newer backup is made."));
        if (done.AgreedAgain > 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Of {done.AgreedAgain} {(done.AgreedAgain == 1 ? "reply" : "replies")} what the sender agreed to was taken back again."));
        Console.WriteLine(done.ErasedAgain > 0
            ? string.Create(CultureInfo.InvariantCulture, $"The words of {done.ErasedAgain} {(done.ErasedAgain == 1 ? "entry" : "entries")} were erased again. {file} still holds them: delete it once a newer backup is made.")
            : later is null ? "What was erased after this backup was made is not known from it. If a later backup has a manifest, restore again with --erased and its path."
            : "No entry that the list names had to be erased again.");
        Console.WriteLine(done.Found);
        return 0;
    }

    private static int Say(Refusal refusal)
    {
        Console.Error.WriteLine(refusal);
        return 1;
    }
}
