using System.Globalization;
using Kept.Measures;

// One figure, or a family of figures, a file; each prints rows of the table in docs/performance.md. Asked by name, or all.
var measures = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["search"] = SearchMeasures.Run,
    ["views"] = Views.Run,
    ["appends"] = Appends.Run,
    ["live"] = LiveMeasure.Run,
    ["feedback"] = FeedbackMeasures.Run,
    ["sign-in"] = SignInMeasure.Run,
};

if (args is ["listen", var port, var listeners])
{
    await LiveMeasure.Listen(int.Parse(port, CultureInfo.InvariantCulture), int.Parse(listeners, CultureInfo.InvariantCulture));
    return 0;
}

foreach (var name in args.Length > 0 ? args : [.. measures.Keys])
{
    if (!measures.TryGetValue(name, out var measure))
    {
        Console.Error.WriteLine($"There is no measure \"{name}\". There are: {string.Join(", ", measures.Keys)}.");
        return 2;
    }
    await measure();
}
return 0;
