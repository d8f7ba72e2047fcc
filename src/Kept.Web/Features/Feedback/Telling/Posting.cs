using Kept.Core.Notices;
using Kept.Core.Workroom;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Feedback.Telling;

/// <summary>Puts messages into the outbox, each once.</summary>
public static class Posting
{
    /// <summary>Those of the keys that no message has yet.</summary>
    public static async Task<HashSet<string>> NotYet(this WorkroomDatabase workroom, IReadOnlyCollection<string> keys)
    {
        var there = await workroom.Read(w => w.Outbox.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync());
        return keys.Except(there, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether this call put it there; another node may have come first.</summary>
    public static async Task<bool> Post(this WorkroomDatabase workroom, OutboxMessage message)
    {
        try
        {
            await workroom.Write(w => w.Outbox.AddAsync(message).AsTask());
            return true;
        }
        catch (DbUpdateException) when (message.Key.Length > 0)
        {
            if ((await workroom.NotYet([message.Key])).Count > 0) throw;
            return false;
        }
    }
}
