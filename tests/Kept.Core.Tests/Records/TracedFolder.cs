using System.Globalization;
using System.Text;

namespace Kept.Core.Tests.Records;

/// <summary>What traced processes did to the files of a folder, and what they said, each with the moments at which it began and had ended.</summary>
internal sealed class TracedFolder(string folder)
{
    internal const string Calls =
        "?open,openat,?creat,write,pwrite64,writev,pwritev,pwritev2,truncate,ftruncate,fallocate,?rename,?renameat,renameat2," +
        "?link,linkat,?unlink,unlinkat,fsync,fdatasync,sync_file_range,copy_file_range,sendfile";

    private readonly List<NameChange> _names = [];
    private readonly List<(int Began, int Ended)> _syncs = [];
    private readonly List<(int At, string Words)> _said = [];
    private readonly Dictionary<string, TracedFile> _now = new(StringComparer.Ordinal);

    /// <summary>One file, whatever its name: what it was given, and when it was synced.</summary>
    internal sealed class TracedFile
    {
        internal List<Change> Changes { get; } = [];

        internal List<(int Began, int Ended)> Syncs { get; } = [];
    }

    /// <summary>Bytes written at an offset; without bytes, the offset is the new length of the file.</summary>
    internal sealed record Change(int Began, int Ended, long Offset, byte[]? Bytes);

    /// <summary>A name that went, a name that came, or both at once.</summary>
    internal sealed record NameChange(int Began, int Ended, string? Gone, string? Come, TracedFile? File);

    internal IReadOnlyList<NameChange> Names => _names;

    internal IReadOnlyList<(int Began, int Ended)> Syncs => _syncs;

    /// <summary>How many moments there are: each call on the folder, and each line that was printed, takes one or two.</summary>
    internal int End { get; private set; }

    /// <summary>The moments at which a sync had just ended.</summary>
    internal IEnumerable<int> Synced => _names.Select(n => n.File).OfType<TracedFile>().Distinct().SelectMany(f => f.Syncs).Concat(_syncs).Select(s => s.Ended).Order();

    /// <summary>Adds what one process did after those before it. A call that others ran beside has two lines.</summary>
    internal void Add(IEnumerable<string> lines)
    {
        const string unfinished = " <unfinished ...>", resumed = " resumed>";
        var begun = new Dictionary<string, (int At, string Text)>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var thread = line[..line.IndexOf(' ', StringComparison.Ordinal)];
            var text = line[thread.Length..].TrimStart();
            if (text.StartsWith("<... ", StringComparison.Ordinal))
            {
                if (begun.Remove(thread, out var first)) Take(TracedCall.Of(first.Text + text[(text.IndexOf(resumed, StringComparison.Ordinal) + resumed.Length)..]), first.At, End++);
            }
            else if (!Matters(text)) continue;
            else if (text.EndsWith(unfinished, StringComparison.Ordinal)) begun[thread] = (End++, text[..^unfinished.Length]);
            else Take(TracedCall.Of(text), End, End++);
        }
        if (begun.Count > 0) throw new InvalidOperationException("A call was cut off: whether it was done is not known.");
    }

    // What the processes of one machine agree through is made anew by the first that opens the database.
    private bool Matters(string call) => (call.StartsWith("write(", StringComparison.Ordinal) && call.Contains(";\\n\"", StringComparison.Ordinal))
        || (call.Contains(folder, StringComparison.Ordinal) && !call.Contains("-shm>", StringComparison.Ordinal) && !call.Contains("-shm\"", StringComparison.Ordinal));

    private void Take(TracedCall call, int began, int ended)
    {
        if (call.Answer < 0) return;
        var path = call.Path;
        if (path.StartsWith("pipe:", StringComparison.Ordinal))
        {
            _said.Add((began, Encoding.UTF8.GetString(call.Bytes()).TrimEnd('\n', ';')));
            return;
        }
        switch (call.Name)
        {
            case "open" or "openat" when !call.Empties:
                if (call.Creates && !_now.ContainsKey(call.Words[0])) Name(new(began, ended, null, call.Words[0], new()));
                break;
            case "pwrite64":
                _now[path].Changes.Add(new(began, ended, call.Last, call.Bytes()));
                break;
            case "ftruncate":
                _now[path].Changes.Add(new(began, ended, call.Last, null));
                break;
            case "fsync" or "fdatasync":
                (path == folder ? _syncs : _now[path].Syncs).Add((began, ended));
                break;
            case "rename" or "renameat" or "renameat2":
                Name(new(began, ended, call.Words[0], call.Words[1], _now[call.Words[0]]));
                break;
            case "unlink" or "unlinkat":
                Name(new(began, ended, call.Words[0], null, null));
                break;
            default:
                throw new InvalidOperationException($"What {call.Name} does to a file is not known here.");
        }
    }

    private void Name(NameChange change)
    {
        _names.Add(change);
        Apply(change, _now);
    }

    internal static void Apply(NameChange change, Dictionary<string, TracedFile> names)
    {
        if (change.Gone is { } gone) names.Remove(gone);
        if (change.Come is { } come) names[come] = change.File!;
    }

    /// <summary>
    /// What was said before a moment to have been begun, and which entries to have been written, by number; with
    /// <paramref name="early"/> as if it had been said of each when it was begun.
    /// </summary>
    internal (IReadOnlySet<string> Begun, IReadOnlyDictionary<long, string> Acknowledged) Before(int moment, bool early = false)
    {
        var begun = _said.Where(s => s.Words.EndsWith('?')).ToDictionary(s => s.Words[..^1], s => s.At, StringComparer.Ordinal);
        var acknowledged = new Dictionary<long, string>();
        foreach (var (at, words) in _said.Where(s => !s.Words.EndsWith('?')))
        {
            var said = words.Split(' ');
            if ((early ? begun[said[0]] : at) >= moment) continue;
            foreach (var entry in said.Skip(1).Select(e => e.Split(':'))) acknowledged.Add(long.Parse(entry[0], CultureInfo.InvariantCulture), entry[1]);
        }
        return (begun.Where(b => b.Value < moment).Select(b => b.Key).ToHashSet(StringComparer.Ordinal), acknowledged);
    }
}
