using System.Diagnostics;
using System.Globalization;
using Kept.Core.Evidence;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Records.Postgres;
using Kept.Core.Records.Sqlite;

// Four writers append as fast as they can, two records a change, and print the id of each change once it was acknowledged,
// until somebody kills them. With --wrong-order they print it before, as a Register that answered too early would; with
// --say-first they also print the id with a question mark before they begin; with --no-sync the file is not synced at a commit;
// with --only-open they do not begin at all. With --entries the number and hash of each entry stand behind the id; with --long
// some words fill many pages of the file, and now and then a body is erased. With --each N a writer ends after N changes, and
// with --cut the process is then killed by itself, with nothing closed.
string database = args[0], run = args[1];
var early = args.Contains("--wrong-order");
var most = args.SkipWhile(a => a != "--each").Skip(1).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).FirstOrDefault(int.MaxValue);
IRegisterStore store = PostgresDatabase.IsNamedBy(database) ? PostgresStore.Open(database) : SqliteStore.Open(database);
if (args.Contains("--no-sync")) SqliteFile.Run(((SqliteStore)store).Connection, "pragma synchronous=normal");
using var register = Register.Open(store, TimeProvider.System);
using var said = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
if (args.Contains("--only-open"))
{
    Say("open");
    return;
}
await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() => Write(writer))));
if (args.Contains("--cut"))
{
    using var self = Process.GetCurrentProcess();
    self.Kill();
}

async Task Write(int writer)
{
    for (var n = 0; n < most; n++)
    {
        var id = FormattableString.Invariant($"{run}-{writer}-{n}");
        var entries = await Append(id, Set(id, n), Set(id + ".pair", n + 1));
        if (args.Contains("--long") && n % 12 == 5 + writer) await Append(id + ".erased", Kept.Core.Records.Write.Redact(entries[0].Record, entries[0].Number, null));
    }
}

async Task<IReadOnlyList<Entry>> Append(string id, params Write[] writes)
{
    if (args.Contains("--say-first")) Say(id + "?");
    if (early) Say(id);
    if (await register.AppendAsync(Change.Of(writes), Act.Operator("under load", "test")) is not Appended.Done done) throw new InvalidOperationException($"{id} was refused");
    if (!early) Say(args.Contains("--entries") ? $"{id} {string.Join(' ', done.Entries.Select(e => FormattableString.Invariant($"{e.Number}:{e.Hash}")))}" : id);
    return done.Entries;
}

Write Set(string id, int n) => Kept.Core.Records.Write.Set(id, new(2021, 3, 31), new Source { Title = Words(id, n), Kind = "report" }, 0);

// No two pages of them are alike: one in the place of another would be seen.
string Words(string id, int n) => !args.Contains("--long") ? new string('x', 500)
    : string.Concat(Enumerable.Range(0, n % 7 == 0 ? 1500 : 10 + (10 * (n % 7))).Select(i => FormattableString.Invariant($"{id} {i} ")));

// The semicolon says that the line is whole.
void Say(string id)
{
    lock (said) said.Write(id + ";\n");
}
