using System.CommandLine;

namespace Kept.Web.Commands;

/// <summary>The commands that keep the record beyond one disk, as they are written on the command line.</summary>
internal static class KeepingCommands
{
    internal static Command Backup()
    {
        var file = new Argument<string>("file") { Description = "Where to write it; nothing may stand there yet." };
        var command = new Command("backup", "Write a checked copy of the database, beside a running server or without one.") { file };
        command.SetAction(KeptCommand.Stoppable((parsed, cancel) => BackupCommand.Run(parsed.GetValue(KeptCommand.Data)!, parsed.GetValue(file)!, cancel)));
        return command;
    }

    internal static Command Restore()
    {
        var file = new Argument<string>("file") { Description = "The backup; its .manifest stands beside it." };
        var erased = new Option<string?>("--erased") { Description = "The .manifest of a later backup: what was erased by then is erased again." };
        var command = new Command("restore", "Bring a backup back into a folder that has no database.") { file, erased };
        command.SetAction(KeptCommand.Stoppable((parsed, cancel) =>
            RestoreCommand.Run(parsed.GetValue(KeptCommand.Data)!, parsed.GetValue(file)!, parsed.GetValue(erased), cancel)));
        return command;
    }

    internal static Command ExportArchive()
    {
        var folder = new Argument<string>("folder") { Description = "A folder that is empty or not there yet." };
        var command = new Command("archive", "Write every entry and item as lines of text that can be checked without Kept.") { folder };
        command.SetAction(KeptCommand.Stoppable((parsed, cancel) => ArchiveCommands.Export(parsed.GetValue(KeptCommand.Data)!, parsed.GetValue(folder)!, cancel)));
        return command;
    }

    internal static Command Import()
    {
        var folder = new Argument<string>("folder") { Description = "The folder of the archive." };
        var archive = new Command("archive", "Bring an archive into an empty database; given again after a stop, it goes on.") { folder };
        archive.SetAction(KeptCommand.Stoppable((parsed, cancel) => ArchiveCommands.Import(parsed.GetValue(KeptCommand.Data)!, parsed.GetValue(folder)!, cancel)));
        return new Command("import", "Bring a record in.") { archive };
    }
}
