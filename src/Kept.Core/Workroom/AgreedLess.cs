using Kept.Core.Feedback;
using Kept.Core.Questionnaires;
using Kept.Core.Records.Sqlite;
using Microsoft.Data.Sqlite;

namespace Kept.Core.Workroom;

/// <summary>
/// A reply of which its sender agreed to less than they had, by an id that leads to nobody: an older copy, which knows nothing of that, is
/// not to go by what they took back.
/// </summary>
/// <param name="At">When they last changed it.</param>
public sealed record AgreedLess(string Reply, bool MayBeUsed, bool MayBePublished, DateTimeOffset At)
{
    /// <summary>All of them in a file, which may be older than what they stand in.</summary>
    public static IReadOnlyList<AgreedLess> In(string file)
    {
        using var connection = SqliteFile.OpenToRead(file);
        if (SqliteFile.Scalar(connection, "select 1 from pragma_table_info('work_reply') where name = 'agreed'") is null) return [];
        using var command = new SqliteCommand("select id, may_be_used, may_be_published, agreed from work_reply where agreed is not null and not (may_be_used and may_be_published) order by id", connection);
        using var reader = command.ExecuteReader();
        var all = new List<AgreedLess>();
        while (reader.Read()) all.Add(new(reader.GetString(0), reader.GetBoolean(1), reader.GetBoolean(2), reader.GetDateTimeOffset(3)));
        return all;
    }

    /// <summary>Takes back again, in an older copy, what was taken back since it was made; of how many that was. Never gives more than stands there.</summary>
    public static async Task<int> Again(WorkroomContext workroom, IReadOnlyList<AgreedLess> all)
    {
        var again = 0;
        foreach (var less in all)
            if (await workroom.Replies.FindAsync(less.Reply) is { } reply && less.Again(workroom, reply)) again++;
        return again;
    }

    private bool Again(WorkroomContext workroom, Reply reply)
    {
        if (reply.Agreed >= At) return false;
        var (used, published) = (reply.MayBeUsed && MayBeUsed, reply.MayBePublished && MayBePublished);
        if ((used, published) == (reply.MayBeUsed, reply.MayBePublished)) return false;
        if (reply.MayBePublished && !published && Rests.On(workroom, reply.Id) is { It: { } it } rests) Agreement.Ended(it, rests.Into, rests.With, ChangeAgreement.Sender, At);
        (reply.MayBeUsed, reply.MayBePublished, reply.Agreed) = (used, published, At);
        reply.Revision++;
        workroom.ReplySteps.Add(new() { ReplyId = reply.Id, What = ReplyDeed.Agreed, At = At, By = ChangeAgreement.Sender, MayBeUsed = used, MayBePublished = published });
        return true;
    }
}
