using System.CommandLine;
using Kept.Core.Foundation;
using Kept.Web.Commands.StaticSite;
using Kept.Web.House;

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

    internal static Command Migrate()
    {
        var command = new Command("migrate", "Bring the database up to the schema of this version, and check it. Starting the server does the same.");
        command.SetAction(KeptCommand.Stoppable((parsed, _) => Task.FromResult(MigrateCommand.Run(parsed.GetValue(KeptCommand.Data)!))));
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

    internal static Command ExportSite()
    {
        var folder = new Argument<string>("folder") { Description = "A folder that is empty, not there yet, or holds an earlier copy." };
        var site = new Option<string?>("--base") { Description = "The address of the site itself, for links to what the copy does not have." };
        var days = new Option<DateOnly[]>("--at") { Description = "A day, YYYY-MM-DD, as of which the copy is to show everything too. May be given several times.", CustomParser = Days };
        var exit = new Option<string>("--exit") { Description = "Where \"Leave this site quickly\" goes.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("KEPT_EXIT") ?? new KeptSettings().Exit };
        var title = new Option<string?>("--title") { Description = "The public title, if not the programme's own.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("KEPT_TITLE") };
        var command = new Command("site", "Write the whole public site and its data as files that need no server.") { folder, site, days, exit, title };
        command.SetAction(KeptCommand.Stoppable((parsed, cancel) => SiteExport.Run(
            new KeptSettings { Data = parsed.GetValue(KeptCommand.Data)!, Exit = parsed.GetValue(exit)!, Title = parsed.GetValue(title) },
            new(parsed.GetValue(folder)!, parsed.GetValue(site), parsed.GetValue(days) ?? []), TimeProvider.System, cancel)));
        return command;
    }

    private static DateOnly[] Days(System.CommandLine.Parsing.ArgumentResult given)
    {
        var days = given.Tokens.Select(t => (t.Value, Day: Dates.FromIso(t.Value))).ToList();
        foreach (var (value, _) in days.Where(d => d.Day is null)) given.AddError($"\"{value}\" is not a day: write it as 2021-07-01.");
        return [.. days.Select(d => d.Day).OfType<DateOnly>().Distinct().Order()];
    }
}
