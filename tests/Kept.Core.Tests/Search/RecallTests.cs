using System.Globalization;
using Kept.Core.Records;
using Kept.Core.Search;
using Microsoft.Data.Sqlite;

namespace Kept.Core.Tests.Search;

/// <summary>Whatever SQLite's FTS5 finds in the same texts, Kept finds.</summary>
public sealed class RecallTests
{
    // Porter's first stemmer, which FTS5 has, takes "on" and "one" for one word, and "community" and "communicate". His second,
    // which Kept has, keeps them apart on purpose.
    private static readonly string[] KeptApart = ["on", "one", "community", "communities", "communicated", "communications"];

    [Fact]
    public async Task Nothing_that_fts5_finds_is_missed()
    {
        using var site = await Searched.Shipped();
        var view = site.At();
        var records = RecordKinds.Names.SelectMany(view.Keys).Select(k => Description.In(view, k)).OfType<Description>().ToList();
        using var peer = Peer(records);
        var (questions, missed) = (0, new List<string>());
        foreach (var asked in Questions(records))
        {
            questions++;
            var theirs = Ask(peer, asked);
            var mine = site.Find(asked, view).Items.Select(i => i.Key.ToString()).ToHashSet(StringComparer.Ordinal);
            missed.AddRange(theirs.Where(t => !mine.Contains(t)).Select(t => $"{asked}: {t}"));
        }
        Assert.True(questions > 1000, $"only {questions} questions were asked");
        Assert.Equal([], missed.Where(m => !m.Split(':')[0].Split(' ').Any(KeptApart.Contains)));
    }

    private static IEnumerable<string> Questions(List<Description> records)
    {
        var titles = records.SelectMany(r => Folding.All(r.Title)).Distinct(StringComparer.Ordinal);
        var names = records.SelectMany(r => r.Wordings).Where(w => w.Weight > 1 && w.Part.Length > 0).SelectMany(w => Folding.All(w.Text)).Distinct(StringComparer.Ordinal);
        var words = records.SelectMany(r => r.Wordings).SelectMany(w => Folding.All(w.Text)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var every = words.Where((_, i) => i % 3 == 0);
        var random = new Random(5);
        return titles.Concat(names).Concat(every).Concat(Enumerable.Range(0, 300).Select(_ =>
        {
            var text = Folding.All(records[random.Next(records.Count)].Wordings[^1].Text);
            return $"{text[random.Next(text.Count)]} {(random.Next(2) == 0 ? text[random.Next(text.Count)] : words[random.Next(words.Count)])}";
        }));
    }

    private static SqliteConnection Peer(List<Description> records)
    {
        var peer = new SqliteConnection("Data Source=:memory:");
        peer.Open();
        using var make = peer.CreateCommand();
        make.CommandText = "CREATE VIRTUAL TABLE record USING fts5(key UNINDEXED, words, tokenize = 'porter unicode61')";
        make.ExecuteNonQuery();
        foreach (var record in records)
        {
            using var insert = peer.CreateCommand();
            insert.CommandText = "INSERT INTO record VALUES ($key, $words)";
            insert.Parameters.AddWithValue("$key", record.Key.ToString());
            insert.Parameters.AddWithValue("$words", string.Join(" . ", record.Wordings.Select(w => w.Text)));
            insert.ExecuteNonQuery();
        }
        return peer;
    }

    private static List<string> Ask(SqliteConnection peer, string words)
    {
        using var ask = peer.CreateCommand();
        ask.CommandText = "SELECT key FROM record WHERE record MATCH $words";
        ask.Parameters.AddWithValue("$words", string.Join(' ', words.Split(' ').Select(w => string.Create(CultureInfo.InvariantCulture, $"\"{w}\""))));
        using var rows = ask.ExecuteReader();
        var keys = new List<string>();
        while (rows.Read()) keys.Add(rows.GetString(0));
        return keys;
    }
}
