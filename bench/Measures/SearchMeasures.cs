using System.Diagnostics;
using Kept.Core.Content;
using Kept.Core.Foundation;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Records.Sqlite;
using Kept.Core.Search;
using Microsoft.Data.Sqlite;

namespace Kept.Measures;

/// <summary>Search in 200,000 records of about 1 KB: questions a second and the slowest of a hundred, beside SQLite's FTS5 on the same texts, one thread each (P6).</summary>
public static class SearchMeasures
{
    private const int Records = 200_000;
    private const int Batch = 20_000;
    private const int Questions = 250;
    private const int Rounds = 8;
    private const int Shown = 20;

    public static async Task Run()
    {
        var folder = Directory.CreateTempSubdirectory("kept-search-");
        try
        {
            await Run(Path.Combine(folder.FullName, "kept.db"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Run(string path)
    {
        var corpus = new SearchCorpus(Shipped.Pack);
        using var peer = Peer();
        Write(path, corpus, peer);
        using var register = Register.Open(SqliteStore.Open(path), TimeProvider.System);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var index = new LiveIndex(register);
        var clock = Stopwatch.StartNew();
        index.CatchUp();
        var made = clock.Elapsed.TotalSeconds;
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.Error.WriteLine(FormattableString.Invariant($"{corpus.Vocabulary} words; index of {register.Snapshot.Number} versions made in {made:0.0} s, {memory >> 20} MiB"));

        var questions = Enumerable.Range(0, Questions).Select(_ => corpus.Question()).ToList();
        foreach (var question in questions.Take(50)) Ask(register, index, question);
        var kept = Enumerable.Range(0, Rounds).SelectMany(_ => questions).Select(q => Timed(() => Ask(register, index, q))).ToList();
        foreach (var question in questions.Take(5)) Ask(peer, question);
        var theirs = questions.Select(q => Timed(() => Ask(peer, q))).ToList();
        Row.Print("search, 200,000 records: questions a second (P6)", kept.Count / kept.Sum() * 1000, "/s", "FTS5", theirs.Count / theirs.Sum() * 1000, "bar 10");
        Row.Print("search: the slowest of a hundred (P6)", Percentile(kept), "ms", "FTS5", Percentile(theirs), "bar 0.1");
        Console.Error.WriteLine(FormattableString.Invariant($"found: Kept {questions.Sum(q => Ask(register, index, q).Total)}, FTS5 {questions.Sum(q => Count(peer, q))}; slowest: {questions.MaxBy(q => Timed(() => Ask(register, index, q)))}"));
        Row.Print("search: memory of the index", memory / (double)(1 << 20), "MiB", "its texts", 200, "no bar");

        var found = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            var word = $"zeppelin{i}";
            await register.AppendAsync(Change.Of(New(word, corpus.Next())), Act.Operator("new", "measure"));
            var since = Stopwatch.StartNew();
            while (Ask(register, index, word).Total == 0) await Task.Yield();
            found.Add(since.Elapsed.TotalSeconds);
        }
        Row.Print("search: from its commit a record is found after (P6)", Row.Median(found), "s", "limit", 1, "bar 1");
    }

    private static Write New(string id, Commitment body) => Core.Records.Write.Set(id, new(2021, 6, 30), body with { Text = body.Text + " " + id }, 0);

    private static Found Ask(Register register, LiveIndex index, string question)
    {
        var view = new View(register.Snapshot, new(2026, 11, 21));
        var found = index.For(view)!.Find(view, ReadQuery.Of(question, view), [], 0, Shown);
        var excerpt = new Excerpt(found.Roots);
        foreach (var item in found.Items)
        {
            var record = Description.In(view, item.Key)!;
            excerpt.Marked(record.Title);
            excerpt.Of(record);
        }
        return found;
    }

    private static void Write(string path, SearchCorpus corpus, SqliteConnection peer)
    {
        using var store = SqliteStore.Open(path);
        using var insert = peer.CreateCommand();
        insert.CommandText = "INSERT INTO record (title, words) VALUES ($title, $words)";
        var (title, words) = (insert.Parameters.Add("$title", SqliteType.Text), insert.Parameters.Add("$words", SqliteType.Text));
        var (number, prev, recorded) = (0L, Entry.NoPrev, new DateTimeOffset(2024, 1, 1, 9, 0, 0, TimeSpan.Zero));
        foreach (var write in LoadPack.Plan(Snapshot.Empty, PackFolder.Read(Shipped.Pack)).Change.Writes.Where(w => w.Body is Core.Organisations.Organisation or PlanAction or PriorityArea).DistinctBy(w => w.Record).Chunk(Batch))
            store.Commit(0, _ => new([.. write.Select(w => Row(w.Record, w.Body!))], []));
        foreach (var batch in Enumerable.Range(0, Records).Chunk(Batch))
        {
            using var transaction = peer.BeginTransaction();
            insert.Transaction = transaction;
            var rows = new List<(Entry, Item)>(Batch);
            foreach (var i in batch)
            {
                var body = corpus.Next();
                rows.Add(Row(RecordKey.Of<Commitment>(FormattableString.Invariant($"c{i}")), body));
                (title.Value, words.Value) = (body.Text, string.Join(" . ", body.Printed.Select(p => p.Text)));
                insert.ExecuteNonQuery();
            }
            store.Commit(0, _ => new(rows, []));
            transaction.Commit();
        }

        (Entry, Item) Row(RecordKey key, RecordBody body)
        {
            var item = Item.New(CanonicalJson.Of(new System.Text.Json.Nodes.JsonObject { ["record"] = System.Text.Json.Nodes.JsonNode.Parse(CanonicalJson.Of(body)), ["via"] = "load", ["why"] = "Made to measure." }));
            var entry = Entry.Seal(++number, EntryKind.Set, key, 1, new(2021, 6, 30), recorded.AddSeconds(number), "operator", item.Hash, prev);
            prev = entry.Hash;
            return (entry, item);
        }
    }

    private static SqliteConnection Peer()
    {
        var peer = new SqliteConnection("Data Source=:memory:");
        peer.Open();
        using var make = peer.CreateCommand();
        make.CommandText = "CREATE VIRTUAL TABLE record USING fts5(title, words, tokenize = 'porter unicode61')";
        make.ExecuteNonQuery();
        return peer;
    }

    private static int Ask(SqliteConnection peer, string question)
    {
        using var ask = peer.CreateCommand();
        ask.CommandText = "SELECT rowid, title, snippet(record, -1, '<', '>', '...', 30) FROM record WHERE record MATCH $q ORDER BY bm25(record, 5, 1) LIMIT 20";
        ask.Parameters.AddWithValue("$q", question);
        using var rows = ask.ExecuteReader();
        var read = 0;
        while (rows.Read()) read += rows.GetString(2).Length;
        return read;
    }

    private static long Count(SqliteConnection peer, string question)
    {
        using var ask = peer.CreateCommand();
        ask.CommandText = "SELECT count(*) FROM record WHERE record MATCH $q";
        ask.Parameters.AddWithValue("$q", question);
        return (long)ask.ExecuteScalar()!;
    }

    private static double Timed(Func<object> what)
    {
        var clock = Stopwatch.StartNew();
        GC.KeepAlive(what());
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Percentile(IEnumerable<double> times)
    {
        var sorted = times.Order().ToArray();
        return sorted[(int)(sorted.Length * 0.99)];
    }
}
