using System.Globalization;

namespace Kept.Web.Features.Feedback.Files;

/// <summary>How large a file is, as people say it.</summary>
public static class FileSize
{
    public static string Say(int bytes) => bytes < 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (bytes + 1023) / 1024)} kB") : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:0.0} MB");
}
