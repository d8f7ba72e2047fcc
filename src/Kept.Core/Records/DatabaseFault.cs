using Kept.Core.Foundation;
using Microsoft.Data.Sqlite;

namespace Kept.Core.Records;

/// <summary>The database cannot be used. <see cref="Words"/> says what happened, what was kept and what to do.</summary>
public sealed class DatabaseFault : Exception
{
    public DatabaseFault() : this(new Refusal("The database cannot be used.", null, null), null) { }
    public DatabaseFault(string message) : this(new Refusal(message, null, null), null) { }
    public DatabaseFault(string message, Exception inner) : this(new Refusal(message, null, null), inner) { }
    private DatabaseFault(Refusal words, Exception? inner) : base(words.ToString(), inner) => Words = words;

    public Refusal Words { get; }

    /// <summary>Whether what is in the file is at fault, rather than its rights, its disk or another process.</summary>
    public bool IsDamage { get; private init; }

    public static DatabaseFault Missing(string path) => new(new Refusal(
        $"There is no database at {path}.", "Nothing was changed.", "Start Kept once with ./run, or point --data at the folder that holds kept.db."), null);

    public static DatabaseFault Newer(string path, int found, int known) => new(new Refusal(
        $"The database {path} was made by a newer version of Kept (its schema is {found}, this version knows {known}).",
        "Nothing was changed.", "Run the newer version, or restore a backup that this version made."), null);

    public static DatabaseFault ReadOnly(string path) => new(new Refusal(
        $"The database {path} cannot be written: the file or its folder is read-only.", "Nothing was changed.",
        "Give the user that runs Kept the right to write to the folder, or point --data at another one."), null);

    public static DatabaseFault NoFolder(string folder, Exception inner) => new(new Refusal(
        $"The data folder {folder} cannot be made or used{(inner is FileNotFoundException or DirectoryNotFoundException ? "" : ": " + inner.Message.TrimEnd('.'))}.", "Nothing was changed.",
        "Point --data at a folder in which the user that runs Kept may write."), inner);

    public static DatabaseFault Locked(string path) => new(new Refusal(
        $"The database {path} is in use by another process.", "Nothing was changed.",
        "Only one process may write to it: stop the other one, or wait until it has finished."), null);

    public static DatabaseFault Unreadable(string path) => new(new Refusal(
        $"The database {path} cannot be opened to read.", "Nothing was changed.",
        "Give the user that runs Kept the right to read the file and to write to its folder, or copy the whole folder to where it has them."), null);

    public static DatabaseFault Damaged(string path, string how) => new(new Refusal(
        $"The database {path} is damaged: {how}.", "It was left as it is.",
        "Restore the last backup into an empty data folder. Keep the damaged file: it may still help to find out what happened."), null)
    {
        IsDamage = true,
    };

    /// <summary>The chain is whole, but what an entry says is not what this version of Kept takes such a record to be.</summary>
    public static DatabaseFault Unfit(Entry entry, Exception inner) => new(new Refusal(
        $"Entry {entry.Number}, {entry.Record}, does not fit what this version of Kept knows of such a record: {inner.Message}", "Nothing was changed.",
        "Run the version of Kept that wrote it, or a newer one."), inner);

    public static DatabaseFault Full(string path) => new(new Refusal(
        $"There is no space left to write to {path}.", "Nothing was written; what was there before is whole.", "Free some space and try again."), null);

    internal static DatabaseFault Of(string happened, string kept, string next, Exception? inner) => new(new Refusal(happened, kept, next), inner);

    public static DatabaseFault Of(string path, SqliteException e) => e.SqliteErrorCode switch
    {
        5 or 6 => Locked(path),
        8 => ReadOnly(path),
        13 => Full(path),
        1 => Damaged(path, "its tables are not those of Kept"),
        11 => Damaged(path, "its pages do not fit together"),
        26 => Damaged(path, "it is not a database"),
        14 => ReadOnly(path),
        _ => new(new Refusal($"The database {path} cannot be used: {e.Message}", "Nothing was changed.", "Check the disk and the file's rights, then try again."), e),
    };
}
