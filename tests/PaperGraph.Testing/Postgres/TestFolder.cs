namespace PaperGraph.Testing;

/// <summary>What test processes of one user share: a folder for temporary files.</summary>
internal static class TestFolder
{
    public static string Path { get; } = Create();

    private static string Create()
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"papergraph-tests-{Environment.UserName}");
        return Directory.CreateDirectory(path).FullName;
    }
}
