namespace Kept.Testing;

/// <summary>Where the repository's own files are, for tests that read them.</summary>
public static class Repository
{
    /// <summary>The folder that holds Kept.slnx.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string ShippedPack => At("content", "the-promise");

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Kept.slnx"))) return folder.FullName;
        throw new InvalidOperationException($"No Kept.slnx above {from}.");
    }
}
