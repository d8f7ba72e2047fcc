using Kept.Core.Evidence;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Records.Postgres;
using Kept.Core.Records.Sqlite;

// Four writers append as fast as they can, two records a change, and print the id of each change once it was acknowledged,
// until somebody kills them. With --wrong-order they print it before, as a Register that answered too early would; with
// --say-first they also print the id with a question mark before they begin; with --no-sync the file is not synced at a commit;
// with --only-open they do not begin at all.
string database = args[0], run = args[1];
var early = args.Contains("--wrong-order");
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

async Task Write(int writer)
{
    for (var n = 0; ; n++)
    {
        var id = FormattableString.Invariant($"{run}-{writer}-{n}");
        if (args.Contains("--say-first")) Say(id + "?");
        if (early) Say(id);
        var answer = await register.AppendAsync(Change.Of(Set(id), Set(id + ".pair")), Act.Operator("under load", "test"));
        if (answer is not Appended.Done) throw new InvalidOperationException($"{id} was refused");
        if (!early) Say(id);
    }
}

Write Set(string id) => Kept.Core.Records.Write.Set(id, new(2021, 3, 31), new Source { Title = new string('x', 500), Kind = "report" }, 0);

// The semicolon says that the line is whole.
void Say(string id)
{
    lock (said) said.Write(id + ";\n");
}
