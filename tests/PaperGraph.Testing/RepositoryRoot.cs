namespace PaperGraph.Testing;

/// <summary>Where the checkout lies that these tests were built from.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder that holds PaperGraph.sln, absolute.</summary>
    public static string Path { get; } = Find();

    /// <summary>A file or folder of the checkout, by its path from the root.</summary>
    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "PaperGraph.sln"))) return folder.FullName;
        throw new InvalidOperationException(
            $"PaperGraph.sln is in none of the folders above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
