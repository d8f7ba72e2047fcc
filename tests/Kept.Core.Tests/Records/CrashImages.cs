using static Kept.Core.Tests.Records.TracedFolder;

namespace Kept.Core.Tests.Records;

/// <summary>
/// What a disk may hold when the power goes at a moment. What was synced is there. Of each later write all is there, or nothing, or
/// some of its sectors, whatever came of those before and after it; a file may have grown without what it grew for, and holds
/// then zeros or what lay there before. That is more than SQLite asks for: it trusts a disk only not to harm bytes beside those
/// it writes (sqlite.org/psow.html), and a folder that was synced to hold its names. Names that were not synced are kept up to
/// some one of them, in their order, as every file system with a journal does.
/// </summary>
/// <param name="lies">How many of the last syncs of each file and folder did nothing: for a disk that is not to be trusted.</param>
internal sealed class CrashImages(TracedFolder trace, int lies = 0)
{
    private const int Sector = 512;

    private enum Fate
    {
        Whole,
        Absent,
        Torn,
    }

    /// <summary>Writes the files of one such disk into an empty folder.</summary>
    internal void Write(int moment, Random random, string folder)
    {
        // How much is lost is drawn for the whole disk: all of it, nothing, or anything between.
        Write(moment, random, folder, Math.Clamp((random.NextDouble() * 1.5) - 0.25, 0, 1));
    }

    /// <summary>Writes what lies there when the power stays.</summary>
    internal void WriteAll(string folder) => Write(trace.End, new(0), folder, loss: 0);

    private void Write(int moment, Random random, string folder, double loss)
    {
        var names = new Dictionary<string, TracedFile>(StringComparer.Ordinal);
        var begun = trace.Names.Where(n => n.Began < moment).ToList();
        var kept = begun.Count(n => n.Ended < Durable(trace.Syncs, moment));
        foreach (var change in begun.Take(loss == 0 ? begun.Count : random.Next(kept, begun.Count + 1))) Apply(change, names);
        var torn = random.Next(3) / 2.0;
        foreach (var (path, file) in names) File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(path)), Content(file, moment, random, loss, torn));
    }

    private byte[] Content(TracedFile file, int moment, Random random, double loss, double torn)
    {
        var (image, durable) = (new Image(random.Next(2) == 0 ? null : random), Durable(file.Syncs, moment));
        foreach (var change in file.Changes.Where(c => c.Began < moment))
        {
            var fate = change.Ended < durable || random.NextDouble() >= loss ? Fate.Whole : random.NextDouble() < torn ? Fate.Torn : Fate.Absent;
            if (change.Bytes is { } bytes) Write(image, (int)change.Offset, bytes, fate, random);
            else if (fate == Fate.Whole) image.Length = (int)change.Offset;
        }
        return image.ToArray();
    }

    private static void Write(Image image, int offset, byte[] bytes, Fate fate, Random random)
    {
        if (fate == Fate.Whole) image.Put(offset, bytes);
        for (var from = 0; fate == Fate.Torn && from < bytes.Length;)
        {
            var to = Math.Min(bytes.Length, from + Sector - ((offset + from) % Sector));
            if (random.Next(2) == 0) image.Put(offset + from, bytes.AsSpan(from, to - from));
            from = to;
        }
        if (fate == Fate.Absent && random.Next(2) == 0) image.Length = Math.Max(image.Length, offset + bytes.Length);
    }

    /// <summary>When the last sync began that had ended before a moment and did something.</summary>
    private int Durable(IEnumerable<(int Began, int Ended)> syncs, int moment) =>
        syncs.Where(s => s.Ended < moment).Select(s => s.Began).OrderDescending().Skip(lies).FirstOrDefault(-1);

    /// <summary>The bytes of a file; where it grows over what was not written there are zeros, or anything.</summary>
    private sealed class Image(Random? anything)
    {
        private byte[] _bytes = new byte[1 << 16];
        private int _length;

        internal int Length
        {
            get => _length;
            set
            {
                if (value > _bytes.Length) Array.Resize(ref _bytes, Math.Max(value, _bytes.Length * 2));
                if (value > _length)
                {
                    var grown = _bytes.AsSpan(_length, value - _length);
                    if (anything is null) grown.Clear();
                    else anything.NextBytes(grown);
                }
                _length = value;
            }
        }

        internal void Put(int offset, ReadOnlySpan<byte> bytes)
        {
            Length = Math.Max(Length, offset + bytes.Length);
            bytes.CopyTo(_bytes.AsSpan(offset));
        }

        internal byte[] ToArray() => _bytes[.._length];
    }
}
