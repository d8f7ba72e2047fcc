using System.Globalization;

namespace Kept.Web.Commands;

/// <summary>One line on the terminal that counts; silent where there is no terminal.</summary>
public sealed class ProgressLine(string what) : IDisposable
{
    private const int Many = 500;
    private bool _shown;

    /// <summary>Shows every five-hundredth: for what goes by in a moment.</summary>
    public void At(long number)
    {
        if (number % Many == 0) Step(number);
    }

    /// <summary>Shows each: for what takes its time.</summary>
    public void Step(long number)
    {
        if (Console.IsErrorRedirected) return;
        _shown = true;
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{number:N0} {what} "));
    }

    public void Dispose()
    {
        if (_shown) Console.Error.WriteLine();
        _shown = false;
    }
}
