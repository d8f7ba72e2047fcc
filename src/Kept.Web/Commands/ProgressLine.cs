using System.Globalization;

namespace Kept.Web.Commands;

/// <summary>One line on the terminal that counts; silent where there is no terminal.</summary>
public sealed class ProgressLine(string what) : IDisposable
{
    private const int Step = 500;
    private bool _shown;

    public void At(long number)
    {
        if (number % Step != 0 || Console.IsErrorRedirected) return;
        _shown = true;
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{number:N0} {what} "));
    }

    public void Dispose()
    {
        if (_shown) Console.Error.WriteLine();
        _shown = false;
    }
}
