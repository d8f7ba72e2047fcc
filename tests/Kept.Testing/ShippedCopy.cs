using Kept.Web.Commands.StaticSite;
using Kept.Web.House;

namespace Kept.Testing;

/// <summary>The shipped site as files, today and as of 1 July 2021, written once for all tests that read it.</summary>
public static class ShippedCopy
{
    private static readonly Lazy<Task<string>> Once = new(Make);
    private static readonly TempFolder Folder = new();

    public static DateOnly Earlier { get; } = new(2021, 7, 1);

    /// <summary>The folder.</summary>
    public static Task<string> Shared => Once.Value;

    internal static void Leave() => Folder.Dispose();

    private static async Task<string> Make()
    {
        var site = await ShippedSite.Shared;
        var asked = new SiteExport.Asked(Folder.File("copy"), null, [Earlier], Brotli: 1);
        if (await SiteExport.Copy(new KeptSettings { Exit = "https://neutral.example/" }, site.Register, asked, site.Clock, CancellationToken.None) != 0) throw new InvalidOperationException("No copy was made.");
        return asked.Folder;
    }
}
