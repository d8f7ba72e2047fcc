using Kept.Core.Evidence;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Core.Records.Postgres;
using Kept.Core.Records.Sqlite;

// Four writers append as fast as they can, two records a change, and print the id of each change once it was acknowledged,
// until somebody kills them. With --wrong-order they print it before, as a Register that answered too early would.
string database = args[0], run = args[1];
var early = args.Contains("--wrong-order");
using var register = Register.Open(PostgresDatabase.IsNamedBy(database) ? PostgresStore.Open(database) : SqliteStore.Open(database), TimeProvider.System);
using var said = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() => Write(writer))));

async Task Write(int writer)
{
    for (var n = 0; ; n++)
    {
        var id = FormattableString.Invariant($"{run}-{writer}-{n}");
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
