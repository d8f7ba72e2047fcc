using Kept.Core.Evidence;
using Kept.Core.Records;
using Kept.Core.Records.Postgres;
using Kept.Testing;
using Npgsql;

namespace Kept.Core.Tests.Records;

/// <summary>Several processes on one PostgreSQL database: here several Registers, each with its own sessions.</summary>
public sealed class SeveralNodesTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private readonly string _database = PostgresServer.NewDatabase();
    private readonly List<Register> _nodes = [];

    [Fact]
    public async Task What_one_appends_the_others_see_and_may_change_at_once()
    {
        var (a, b) = (Node(), Node());
        await Do(a, TestRegister.Set("x", "from a", 0));
        await Do(b, TestRegister.Set("x", "from b", 1));
        await Do(a, TestRegister.Set("x", "from a again", 2));
        await Until(b, s => s.Number == 3);
        Assert.Equal(a.Snapshot.Hash, b.Snapshot.Hash);
        Assert.Equal("from a again", Words(b, "x"));
    }

    [Fact]
    public async Task A_node_hears_of_a_change_it_did_not_ask_for_and_tells_its_listeners()
    {
        var (a, b) = (Node(), Node());
        var told = new TaskCompletionSource<IReadOnlyList<Entry>>(TaskCreationOptions.RunContinuationsAsynchronously);
        b.Appended += (_, entries) => told.TrySetResult(entries);
        var done = await Do(a, TestRegister.Set("x", "one", 0), TestRegister.Set("y", "two", 0));
        Assert.Equal(done.Entries.Select(e => e.Hash), (await told.Task.WaitAsync(Soon)).Select(e => e.Hash));
        Assert.Equal(2, b.Snapshot.Number);
    }

    [Fact]
    public async Task A_writer_on_one_node_who_has_not_seen_the_others_words_is_refused_with_both_texts()
    {
        var (a, b) = (Node(), Node());
        await Do(a, TestRegister.Set("x", "first", 0));
        await Do(a, TestRegister.Set("x", "second", 1));
        var refused = Assert.IsType<Appended.Refused>(await b.AppendAsync(Change.Of(TestRegister.Set("x", "mine", 1)), TestRegister.Act));
        var stale = Assert.Single(refused.Stale);
        Assert.Equal(("second", "mine"), (((Source)stale.Theirs!).Title, ((Source)stale.Mine!).Title));
    }

    [Fact]
    public async Task Three_nodes_with_eight_writers_each_make_one_chain_without_a_gap()
    {
        Register[] nodes = [Node(), Node(), Node()];
        await Task.WhenAll(from node in Enumerable.Range(0, 3)
                           from writer in Enumerable.Range(0, 8)
                           select Task.Run(async () =>
                           {
                               for (var n = 0; n < 10; n++) await Do(nodes[node], TestRegister.Set($"{node}-{writer}-{n}", "words", 0));
                           }));
        foreach (var node in nodes) await Until(node, s => s.Number == 240);
        Assert.Single(nodes.Select(n => n.Snapshot.Hash).Distinct());
        using var store = PostgresStore.Open(_database);
        Assert.Equal($"ok 240 {nodes[0].Snapshot.Hash}", Verification.Of(store).ToString());
    }

    [Fact]
    public async Task What_one_erases_is_gone_on_the_others()
    {
        var (a, b) = (Node(), Node());
        var wrong = (await Do(a, TestRegister.Set("x", "words of a child", 0))).Entries[0];
        await Until(b, s => s.Number == 1);
        await Do(a, Write.Redact(TestRegister.Key("x"), wrong.Number, 1));
        await Until(b, s => s.Number == 2);
        Assert.Null(Words(b, "x"));
        Assert.True(b.Snapshot.Newest(TestRegister.Key("x"))!.Previous!.IsRedacted);
    }

    [Fact]
    public async Task A_node_whose_sessions_are_cut_goes_on_from_what_it_has_and_catches_up()
    {
        var (a, b) = (Node(), Node());
        await Do(a, TestRegister.Set("x", "one", 0));
        PostgresServer.Run($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{new NpgsqlConnectionStringBuilder(_database).Database}'");
        await Do(a, TestRegister.Set("x", "two", 1));
        await Until(b, s => s.Number == 2);
        await Do(b, TestRegister.Set("x", "three", 2));
        Assert.Null(b.Trouble);
    }

    [Fact]
    public async Task A_database_that_lost_what_was_read_from_it_is_not_followed()
    {
        var a = Node();
        await Do(a, TestRegister.Set("x", "one", 0));
        await Do(a, TestRegister.Set("x", "two", 1));
        Sql("delete from entry where number = 2");
        await Assert.ThrowsAsync<BrokenRegisterException>(() => Do(a, TestRegister.Set("x", "three", 2)));
        Assert.Equal(2, a.Snapshot.Number);
        Assert.IsType<BrokenRegisterException>(a.Trouble);
    }

    [Fact]
    public async Task An_entry_another_process_wrote_with_a_hash_that_does_not_fit_is_not_shown()
    {
        var (a, b) = (Node(), Node());
        await Do(a, TestRegister.Set("x", "one", 0));
        await Until(b, s => s.Number == 1);
        Sql("""insert into entry select 2, kind, record, 2, effective, recorded + interval '1 second', "by", item, hash, repeat('0', 64) from entry where number = 1""");
        await Until(b, _ => b.Trouble is BrokenRegisterException);
        Assert.Equal(1, b.Snapshot.Number);
    }

    [Fact]
    public void A_second_start_finds_the_schema_as_it_is_and_a_newer_one_is_refused_in_words()
    {
        Node();
        Node();
        Sql("update kept set schema = 99");
        var fault = Assert.Throws<DatabaseFault>(() => Node());
        Assert.Contains("made by a newer version of Kept (its schema is 99, this version knows", fault.Words.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=kept;Database=kept", "cannot be reached")]
    [InlineData("postgres://kept@127.0.0.1:1/kept", "kept on 127.0.0.1:1 cannot be reached")]
    [InlineData("Nonsense=1", "The address of the database cannot be read.")]
    public void An_address_that_leads_nowhere_is_said_in_words_without_a_password(string address, string words)
    {
        var fault = Assert.Throws<DatabaseFault>(() => PostgresStore.Open(address));
        Assert.Contains(words, fault.Words.ToString(), StringComparison.Ordinal);
    }

    private Register Node()
    {
        var node = Register.Open(PostgresStore.Open(_database), TestClock.At(2026, 11, 21));
        _nodes.Add(node);
        return node;
    }

    private void Sql(string sql)
    {
        using var connection = new NpgsqlConnection(_database);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static async Task<Appended.Done> Do(Register node, params Write[] writes) =>
        Assert.IsType<Appended.Done>(await node.AppendAsync(Change.Of(writes), TestRegister.Act));

    private static string? Words(Register node, string id) => new View(node.Snapshot, new(2026, 11, 21)).Find<Source>(id)?.Body.Title;

    private static async Task Until(Register node, Func<Snapshot, bool> holds)
    {
        using var late = new CancellationTokenSource(Soon);
        while (!holds(node.Snapshot)) await Task.Delay(10, late.Token);
    }

    public void Dispose()
    {
        foreach (var node in _nodes) node.Dispose();
        PostgresServer.Drop(_database);
    }
}
