using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kept.Core.Records;

namespace Kept.Web.Watch;

/// <summary>
/// The log: one line an event, UTC, as words or as JSON. It holds nothing of a reader: no address, no query, no header. Of
/// what the framework says only its fixed words are kept, of a fault only its kind and where in the code it arose.
/// </summary>
public sealed class LogLines(bool json, TextWriter to, TimeProvider clock) : ILoggerProvider
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public ILogger CreateLogger(string categoryName) => new Lines(this, categoryName);

    /// <summary>A line of Kept's own, such as that it is ready. As words it stands alone, for people.</summary>
    public void Say(string words)
    {
        lock (to) to.WriteLine(json ? Json(LogLevel.Information, "Kept", words, null) : words);
    }

    private void Write(LogLevel level, string from, string words, Exception? fault)
    {
        var line = json ? Json(level, from, words, fault)
            : string.Create(CultureInfo.InvariantCulture, $"{Now()} {Named(level)} {from}: {words}{(fault is null ? "" : " " + Of(fault) + " " + Frames(fault))}");
        lock (to) to.WriteLine(line);
    }

    private string Json(LogLevel level, string from, string words, Exception? fault) => JsonSerializer.Serialize(
        new { time = Now(), level = Named(level), from, words, fault = fault is null ? null : Of(fault), at = fault is null ? null : Frames(fault) }, Options);

    private string Now() => Entry.Instant(clock.GetUtcNow());

    private static string Named(LogLevel level) => level switch { >= LogLevel.Error => "error", LogLevel.Warning => "warning", LogLevel.Information => "information", _ => "debug" };

    // What a fault says of itself may repeat what a reader sent; only Kept's own words about the database are known not to.
    private static string Of(Exception fault) => fault switch
    {
        DatabaseFault database => $"{nameof(DatabaseFault)}: {database.Words}",
        { InnerException: { } inner } => $"{fault.GetType()} of {Of(inner)}",
        _ => fault.GetType().ToString(),
    };

    private static string Frames(Exception fault) => string.Join(" < ", (fault.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(12));

    public void Dispose()
    {
        lock (to) to.Flush();
    }

    private sealed class Lines(LogLines log, string from) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var ours = from.StartsWith("Kept.", StringComparison.Ordinal);
            var words = !ours && state is IReadOnlyList<KeyValuePair<string, object?>> { Count: > 0 } said && said[^1] is { Key: "{OriginalFormat}", Value: string form } ? form
                : ours ? formatter(state, null) : eventId.Name ?? "event";
            log.Write(logLevel, from, words.ReplaceLineEndings(" "), exception);
        }
    }
}
