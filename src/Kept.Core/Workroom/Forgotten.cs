using Kept.Core.Records.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kept.Core.Workroom;

/// <summary>
/// Which accounts and replies were erased, by ids that lead to nobody, and erasing them again in an older copy. What goes by its age needs no
/// list: the copy erases it by itself on its first day.
/// </summary>
public static class Forgotten
{
    private static readonly (string Table, string Question)[] Questions =
    [
        ("work_account", "select id from work_account where email is null order by id"),
        ("work_reply", "select id from work_reply where erased is not null order by id"),
    ];

    /// <summary>Their ids in a file, which may be older than the tables that hold them.</summary>
    public static IReadOnlyList<string> In(string file)
    {
        using var connection = SqliteFile.OpenToRead(file);
        var ids = new List<string>();
        foreach (var (table, question) in Questions)
            if (Read(connection, "select name from sqlite_schema where name = $value", table).Any()) ids.AddRange(Read(connection, question, null));
        return ids;
    }

    /// <summary>Erases what of it still stands there; how much that was.</summary>
    public static async Task<int> Again(WorkroomContext workroom, IReadOnlyCollection<string> ids, DateTimeOffset now)
    {
        var accounts = await workroom.Users.Where(a => ids.Contains(a.Id) && a.Email != null).ToListAsync();
        foreach (var account in accounts) await OnePerson.Forget(workroom, account, now);
        var replies = await workroom.Replies.Where(r => ids.Contains(r.Id) && r.Erased == null).ToListAsync();
        foreach (var reply in replies) reply.Empty(now);
        var emptied = replies.ConvertAll(r => (string?)r.Id);
        await workroom.Attachments.Where(a => emptied.Contains(a.ReplyId)).ExecuteDeleteAsync();
        return accounts.Count + replies.Count;
    }

    private static IEnumerable<string> Read(SqliteConnection connection, string question, string? value)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // one of the questions above
        command.CommandText = question;
#pragma warning restore CA2100
        if (value is not null) command.Parameters.AddWithValue("$value", value);
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return reader.GetString(0);
    }
}
