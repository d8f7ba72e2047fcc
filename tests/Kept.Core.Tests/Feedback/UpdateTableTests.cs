using System.Text;
using Kept.Core.Feedback;
using Kept.Core.Records;
using Kept.Testing;

namespace Kept.Core.Tests.Feedback;

/// <summary>Whatever file is sent as a table is taken or refused, line by line, and never a fault.</summary>
public sealed class UpdateTableTests : IAsyncLifetime
{
    private const int Day = 5_000, Night = 1_000_000;
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly string[] Pieces =
    [
        "\"", "\"\"", ",", ",,", "\r\n", "\n", "\r", "\0", "\t", ";", "'", "'=", "=1+1", "\u2028", "\uFEFF", "\uD800", "é", "👩‍👩‍👧", "\u202E", "about", "words", "which_date", "99999999999999999999", "-1", "0", "2", "summer 2027", "31 February 2027", "done",
        "delivered", "commitment/families-c1", "commitment/", "/", "commitment/families-c1/x", "http://", "javascript:alert(1)", "corporate-parenting", new string('w', 5_000), new string(',', 300), new string('"', 301),
    ];

    private readonly TestDatabase _database = new();
    private Register _register = null!;
    private View _record = null!;

    public async ValueTask InitializeAsync()
    {
        _register = Register.Open(_database.Open(), TestClock.At(2026, 11, 21));
        await FeedbackSamples.Fill(_register);
        _record = new View(_register.Snapshot, Today);
    }

    [Fact]
    public void Damaged_tables_are_refused_or_taken_and_never_a_fault()
    {
        var good = $"{string.Join(',', UpdateTable.Columns)}\r\ncommitment/{FeedbackSamples.Commitment},Guidance,by 31 March 2026,\"It stands, nearly.\",underway,,summer 2027,1,Staff left,Minutes,https://example.org/minutes,\r\n";
        Assert.Single(Read(good).Rows);
        var tables = Environment.GetEnvironmentVariable("KEPT_TEST_NIGHT") == "1" ? Night : Day;
        var (random, taken, refused) = (new Random(20261122), 0, 0);
        for (var n = 0; n < tables; n++)
        {
            var text = new StringBuilder(good);
            for (var changes = random.Next(1, 5); changes > 0; changes--)
                switch (random.Next(4))
                {
                    case 0: text.Insert(random.Next(text.Length + 1), Pieces[random.Next(Pieces.Length)]); break;
                    case 1: text.Remove(random.Next(text.Length), 1); break;
                    case 2: text[random.Next(text.Length)] = (char)random.Next(0x80); break;
                    default: text.Append(good.AsSpan(good.IndexOf('\n', StringComparison.Ordinal) + 1)); break;
                }
            var bytes = Encoding.UTF8.GetBytes(text.ToString());
            if (random.Next(8) == 0) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var (rows, problems) = UpdateTable.Read(bytes, FeedbackSamples.Owner, _record, Today);
            Assert.True(rows.Count == 0 || problems.Count == 0, "It was taken by half.");
            Assert.All(problems, p => Assert.False(p.Line < 1 || string.IsNullOrWhiteSpace(p.Why), $"{p.Line}: {p.Why}"));
            if (rows.Count > 0) taken++;
            if (problems.Count > 0) refused++;
        }
        Assert.True(taken > tables / 50 && refused > tables / 2, $"{taken} taken and {refused} refused prove little.");
    }

    private (IReadOnlyList<UpdateTable.Row> Rows, IReadOnlyList<UpdateTable.Problem> Problems) Read(string table) => UpdateTable.Read(Encoding.UTF8.GetBytes(table), FeedbackSamples.Owner, _record, Today);

    public ValueTask DisposeAsync()
    {
        _register.Dispose();
        _database.Dispose();
        return ValueTask.CompletedTask;
    }
}
