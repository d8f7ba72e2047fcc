using System.Diagnostics.Metrics;
using Kept.Core.Records;

namespace Kept.Web.House;

/// <summary>
/// What Kept counts of itself, for /metrics. Whoever has a figure of its own makes an instrument on <see cref="Meter"/>: no
/// address, no id, no word that somebody typed may stand in its tags.
/// </summary>
public sealed class Figures : IDisposable
{
    private readonly Register _register;
    private readonly Counter<long> _changes;

    public Figures(IMeterFactory meters, Register register)
    {
        (_register, Meter) = (register, meters.Create("Kept"));
        _changes = Meter.CreateCounter<long>("kept.changes", "{change}", "Changes that became visible since the start.");
        Meter.CreateObservableGauge("kept.entry", () => register.Snapshot.Number, "{entry}", "The number of the newest entry.");
        Meter.CreateObservableGauge("kept.records", () => Records(register.Snapshot), "{record}", "Records in memory, of every kind.");
        Meter.CreateObservableGauge("kept.database.trouble", () => register.Trouble is null ? 0 : 1, "{fault}", "1 while the database did not answer well when it was last asked.");
        register.Appended += Count;
    }

    /// <summary>The meter of this site.</summary>
    public Meter Meter { get; }

    private static long Records(Snapshot snapshot) => snapshot.Kinds.Sum(k => (long)snapshot.Keys(k).Count);

    private void Count(Snapshot now, IReadOnlyList<Entry> entries) => _changes.Add(1);

    public void Dispose() => _register.Appended -= Count;
}
