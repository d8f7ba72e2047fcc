using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Kept.Web.Watch;

/// <summary>Gathers the measurements of this site and of the runtime, and writes them in the text format of Prometheus.</summary>
public sealed class MetricsText : IDisposable
{
    private static readonly string[] Meters = ["Kept", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    // Every other tag is left out: an address of the reader or a port says nothing that an operator needs.
    private static readonly string[] Tags = ["http.request.method", "http.response.status_code", "http.route", "error.type", "gc.heap.generation", "dotnet.gc.heap.generation", "cpu.mode"];

    private readonly ConcurrentDictionary<Instrument, ConcurrentDictionary<string, Series>> _all = new();
    private readonly MeterListener _listener = new();
    private readonly IMeterFactory _site;
    private readonly Lock _scrape = new();

    /// <summary>Listens from now on.</summary>
    public MetricsText(IMeterFactory site)
    {
        _site = site;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (Meters.Contains(instrument.Meter.Name, StringComparer.Ordinal) && (instrument.Meter.Scope is null || ReferenceEquals(instrument.Meter.Scope, _site))) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Take(i, value, tags));
        _listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Take(i, value, tags));
        _listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Take(i, value, tags));
        _listener.Start();
    }

    /// <summary>Everything as it stands now.</summary>
    public string Write()
    {
        lock (_scrape)
        {
            foreach (var (instrument, series) in _all)
                if (instrument.IsObservable) series.Clear();
            _listener.RecordObservableInstruments();
            var text = new StringBuilder();
            foreach (var (instrument, series) in _all.OrderBy(i => Name(i.Key), StringComparer.Ordinal))
            {
                var (name, kind) = (Name(instrument), Kind(instrument));
                text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {instrument.Description?.ReplaceLineEndings(" ")}\n# TYPE {name} {kind}\n");
                foreach (var (labels, one) in series.OrderBy(s => s.Key, StringComparer.Ordinal)) one.Write(text, name, labels);
            }
            return text.ToString();
        }
    }

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = _all.GetOrAdd(instrument, _ => new(StringComparer.Ordinal));
        series.GetOrAdd(Labels(tags), static (_, histogram) => new(histogram), Kind(instrument) == "histogram").Take(value);
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = new StringBuilder();
        foreach (var name in Tags)
            foreach (var (key, value) in tags)
                if (key == name)
                    text.Append(text.Length == 0 ? "" : ",").Append(name.Replace('.', '_')).Append("=\"")
                        .Append(Convert.ToString(value, CultureInfo.InvariantCulture)!.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n")).Append('"');
        return text.ToString();
    }

    private static string Kind(Instrument instrument)
    {
        var type = instrument.GetType().Name;
        return type.StartsWith("Histogram", StringComparison.Ordinal) ? "histogram"
            : type.StartsWith("Counter", StringComparison.Ordinal) || type.StartsWith("ObservableCounter", StringComparison.Ordinal) ? "counter" : "gauge";
    }

    private static string Name(Instrument instrument) =>
        instrument.Name.Replace('.', '_') + instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" } + (Kind(instrument) == "counter" ? "_total" : "");

    public void Dispose() => _listener.Dispose();

    private sealed class Series(bool histogram)
    {
        private static readonly double[] Bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
        private readonly long[] _within = new long[Bounds.Length];
        private readonly Lock _lock = new();
        private double _sum;
        private long _count;

        internal void Take(double value)
        {
            lock (_lock)
            {
                _sum += value;
                if (!histogram) return;
                _count++;
                for (var i = 0; i < Bounds.Length; i++)
                    if (value <= Bounds[i]) _within[i]++;
            }
        }

        internal void Write(StringBuilder text, string name, string labels)
        {
            lock (_lock)
            {
                if (!histogram)
                {
                    Line(text, name, labels, _sum);
                    return;
                }
                var and = labels.Length > 0 ? labels + "," : "";
                for (var i = 0; i < Bounds.Length; i++) Line(text, name + "_bucket", string.Create(CultureInfo.InvariantCulture, $"{and}le=\"{Bounds[i]}\""), _within[i]);
                Line(text, name + "_bucket", and + "le=\"+Inf\"", _count);
                Line(text, name + "_sum", labels, _sum);
                Line(text, name + "_count", labels, _count);
            }
        }

        private static void Line(StringBuilder text, string name, string labels, double value) =>
            text.Append(CultureInfo.InvariantCulture, $"{name}{(labels.Length > 0 ? $"{{{labels}}}" : "")} {value}\n");
    }
}
