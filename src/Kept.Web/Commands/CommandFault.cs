using Kept.Core.Records;

namespace Kept.Web.Commands;

/// <summary>What went wrong with a command, in words for the person who gave it.</summary>
public static class CommandFault
{
    /// <summary>What happened, what was kept, what to do; null for a fault of Kept's own that nobody can mend by the words.</summary>
    public static string? Words(Exception fault) => fault switch
    {
        DatabaseFault database => database.Words.ToString(),
        BrokenRegisterException broken =>
            $"""
            The record does not verify: {broken.Found}
            Nothing was changed, and nothing is served from it, since it may not say what was published.
            Restore the last backup into an empty data folder, or load a pack into a new one. Keep this one: it shows what happened.
            """,
        CommitOutcomeUnknownException =>
            $"{fault.Message} It is not known whether it was written; it was written whole or not at all. Check the disk, then give the same command again: it writes only what is missing.",
        OperationCanceledException => "Stopped. What was written before is whole. Give the same command again to finish.",
        IOException or UnauthorizedAccessException => $"{fault.Message} Nothing was changed. Check the path and its rights, then try again.",
        _ => null,
    };
}
