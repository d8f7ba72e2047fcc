using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using Kept.Core.Records.Postgres;
using Kept.Web.House;

namespace Kept.Web.Commands;

/// <summary>The one program, <c>kept</c>, and its commands. What goes wrong is said in words and ends with exit code 1.</summary>
public static class KeptCommand
{
    internal static readonly Option<string> Data = new("--data")
    {
        Description = "The folder that holds the database.",
        Recursive = true,
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("KEPT_DATA") ?? "./data",
        Validators = { result => { if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>())) result.AddError("--data names no folder."); } },
    };

    internal static readonly Option<string?> Address = new("--database")
    {
        Description = "A PostgreSQL database, where the record is not a file in the data folder: postgres://user:password@host/name. Better as KEPT_DATABASE, which no list of processes shows.",
        Recursive = true,
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("KEPT_DATABASE"),
        Validators = { result => { if (result.GetValueOrDefault<string?>() is { } given && !PostgresDatabase.IsNamedBy(given)) result.AddError("--database is no address of PostgreSQL. Write it as postgres://user:password@host/name; the folder of a file is --data."); } },
    };

    /// <summary>Where a command finds the record.</summary>
    internal static KeptSettings Where(ParseResult parsed) => new() { Data = parsed.GetValue(Data)!, Address = parsed.GetValue(Address) is { Length: > 0 } address ? address : null };

    // A command has this long to end well after it was told to stop: a little more than the server takes to let readers finish.
    private static readonly TimeSpan ToStop = TimeSpan.FromSeconds(35);

    public static async Task<int> Run(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Action is ParseErrorAction wrong) (wrong.ShowHelp, wrong.ShowTypoCorrections) = (false, false);
        try
        {
            var exit = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = ToStop });
            if (parsed.Errors.Count > 0) Console.Error.WriteLine("Nothing was done. Add --help to see what can be asked.");
            return exit;
        }
        catch (Exception fault) when (CommandFault.Words(fault) is not null)
        {
            Console.Error.WriteLine(CommandFault.Words(fault));
            return 1;
        }
    }

    /// <summary>Everything that can be asked on the command line.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("Kept: the open, dated record of a programme of promises.") { Data, Address };
        var serve = Serve();
        foreach (var option in serve.Options) root.Options.Add(option);
        root.SetAction((parsed, cancel) => serve.Action is AsynchronousCommandLineAction action ? action.InvokeAsync(parsed, cancel) : Task.FromResult(1));
        root.Subcommands.Add(serve);
        root.Subcommands.Add(Load());
        root.Subcommands.Add(Publish());
        root.Subcommands.Add(Export());
        root.Subcommands.Add(Verify());
        root.Subcommands.Add(KeepingCommands.Backup());
        root.Subcommands.Add(KeepingCommands.Restore());
        root.Subcommands.Add(KeepingCommands.Import());
        root.Subcommands.Add(KeepingCommands.Migrate());
        root.Subcommands.Add(UserCommands.User());
        return root;
    }

    private static Command Serve()
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen, plain http.", DefaultValueFactory = _ => Setting("KEPT_URLS", new KeptSettings().Urls) };
        var pack = new Option<string?>("--pack") { Description = "The pack to load when there is no database yet.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("KEPT_PACK") };
        var exit = new Option<string>("--exit") { Description = "Where \"Leave this site quickly\" goes.", DefaultValueFactory = _ => Setting("KEPT_EXIT", new KeptSettings().Exit) };
        var title = new Option<string?>("--title") { Description = "The public title, if not the programme's own.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("KEPT_TITLE") };
        var live = Number("--live-connections", "How many may listen to changes at once.", "KEPT_LIVE_CONNECTIONS", new KeptSettings().LiveConnections);
        var cache = Number("--page-cache", "How many megabytes drawn pages may take; 0 for none.", "KEPT_PAGE_CACHE", new KeptSettings().PageCacheMegabytes);
        var log = new Option<string>("--log") { Description = "How the log is written: text, or json for a program that collects it.", DefaultValueFactory = _ => Setting("KEPT_LOG", new KeptSettings().Log) };
        log.AcceptOnlyFromAmong("text", "json");
        var requests = new Option<bool>("--request-log") { Description = "A line for each request: its kind of page, status and time, never its reader.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("KEPT_REQUEST_LOG") == "on" };
        var proxies = new Option<string?>("--proxies") { Description = "Proxies that may say that a reader came by https: addresses or networks, by commas.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("KEPT_PROXIES") };
        var token = new Option<string?>("--metrics-token") { Description = "What another machine shows to read /metrics. Better as KEPT_METRICS_TOKEN, which no list of processes shows.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("KEPT_METRICS_TOKEN") };
        var breached = new Option<string?>("--breached-passwords") { Description = "A file of leaked passwords that nobody may choose: one a line, or SHA-1 hashes in rising order.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("KEPT_BREACHED_PASSWORDS") };
        var smtp = new Option<string?>("--smtp") { Description = "The mail server: smtp://host:25, or smtp+starttls://user:password@host:587. Better as KEPT_SMTP, which no list of processes shows.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("KEPT_SMTP") };
        var from = new Option<string?>("--mail-from") { Description = "The address that mail comes from.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("KEPT_MAIL_FROM") };
        var site = new Option<string?>("--public-url") { Description = "The address readers know the site by, for links in e-mail, calendars and feeds: https://host.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("KEPT_PUBLIC_URL") };
        var clamd = new Option<string?>("--clamd") { Description = "Where clamd checks files that are sent: host:port, or unix:/path.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("KEPT_CLAMD") };
        var back = new Option<string?>("--return-address") { Description = "Where paper forms are sent back to, lines parted by semicolons.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("KEPT_RETURN_ADDRESS") };
        var safeguarding = Number("--safeguarding-days", "Within how many days those who safeguard must have signed in for a form to open to anyone.", "KEPT_SAFEGUARDING_DAYS", new KeptSettings().SafeguardingDays);
        var wait = Number("--wait-minutes", "How many minutes pass between an editor's yes and the publication of a figure or a quotation; 0 for none.", "KEPT_WAIT_MINUTES", new KeptSettings().WaitMinutes);
        var command = new Command("serve", "Serve the site (the default).") { urls, pack, exit, title, live, cache, log, requests, proxies, token, breached, smtp, from, site, clamd, back, safeguarding, wait };
        command.SetAction(Stoppable((parsed, cancel) => ServeCommand.Run(new KeptSettings
        {
            Urls = parsed.GetValue(urls)!,
            Data = Where(parsed).Data,
            Address = Where(parsed).Address,
            Pack = parsed.GetValue(pack),
            Exit = parsed.GetValue(exit)!,
            Title = parsed.GetValue(title),
            LiveConnections = parsed.GetValue(live),
            PageCacheMegabytes = parsed.GetValue(cache),
            Log = parsed.GetValue(log)!,
            RequestLog = parsed.GetValue(requests),
            Proxies = parsed.GetValue(proxies),
            MetricsToken = parsed.GetValue(token),
            BreachedPasswords = parsed.GetValue(breached),
            Smtp = parsed.GetValue(smtp),
            Clamd = parsed.GetValue(clamd),
            MailFrom = parsed.GetValue(from),
            ReturnAddress = parsed.GetValue(back),
            SafeguardingDays = parsed.GetValue(safeguarding),
            WaitMinutes = parsed.GetValue(wait),
            PublicUrl = parsed.GetValue(site) is { Length: > 0 } whole ? whole : null,
        }, cancel)));
        return command;
    }

    // Until a command has first waited for something, a signal would end the process there and then.
    internal static Func<ParseResult, CancellationToken, Task<int>> Stoppable(Func<ParseResult, CancellationToken, Task<int>> run) => async (parsed, cancel) =>
    {
        await Task.Yield();
        return await run(parsed, cancel);
    };

    private static Option<int> Number(string name, string description, string variable, int otherwise) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise,
    };

    private static string Setting(string variable, string otherwise) => Environment.GetEnvironmentVariable(variable) ?? otherwise;

    private static Command Load()
    {
        var folder = new Argument<string>("folder") { Description = "The folder of the pack." };
        var prune = new Option<bool>("--prune") { Description = "Also take out records that an earlier load brought and the pack no longer has." };
        var command = new Command("load", "Load a pack: everything is checked first; only differences are written.") { folder, prune };
        command.SetAction(Stoppable((parsed, cancel) => PackLoading.Run(Where(parsed), parsed.GetValue(folder)!, parsed.GetValue(prune), cancel)));
        return command;
    }

    private static Command Publish()
    {
        var file = new Argument<string>("file") { Description = "A publish file: why, effective, and the records with what to set, delete, correct or redact." };
        var trial = new Option<bool>("--dry-run") { Description = "Only say what would be written, field by field, and which later versions a correction puts right." };
        var command = new Command("publish", "Publish a file: everything is checked first; all of it is written in one go, or nothing.") { file, trial };
        command.SetAction(Stoppable((parsed, cancel) => RecordPublishing.Run(Where(parsed), parsed.GetValue(file)!, parsed.GetValue(trial), cancel)));
        return command;
    }

    private static Command Export()
    {
        var folder = new Argument<string>("folder") { Description = "A folder that is empty or not there yet." };
        var pack = new Command("pack", "Write the record as a pack that can be edited and loaded.") { folder };
        pack.SetAction(parsed => PackExport.Run(Where(parsed), parsed.GetValue(folder)!));
        return new Command("export", "Write the record out.") { pack, KeepingCommands.ExportArchive(), KeepingCommands.ExportSite() };
    }

    private static Command Verify()
    {
        var head = new Option<string?>("--head") { Description = "An entry and its hash as published, ENTRY:HASH: finds a tail that was cut off." };
        var command = new Command("verify", "Check the whole chain. The last line says ok or where it is broken.") { head };
        command.SetAction(parsed => VerifyCommand.Run(Where(parsed), parsed.GetValue(head)));
        return command;
    }
}
