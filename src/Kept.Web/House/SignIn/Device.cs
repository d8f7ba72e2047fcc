namespace Kept.Web.House.SignIn;

/// <summary>A browser as its owner would name it, so that they know their own sessions. Nothing finer is kept.</summary>
public static class Device
{
    private static readonly (string Sign, string Name)[] Browsers = [("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
    private static readonly (string Sign, string Name)[] Systems = [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")];

    /// <summary>"Firefox on Linux"; "A browser" where the line says nothing known.</summary>
    public static string Of(string userAgent)
    {
        var (browser, system) = (Named(Browsers, userAgent) ?? "A browser", Named(Systems, userAgent));
        return system is null ? browser : $"{browser} on {system}";
    }

    private static string? Named((string Sign, string Name)[] known, string line) =>
        known.FirstOrDefault(k => line.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
