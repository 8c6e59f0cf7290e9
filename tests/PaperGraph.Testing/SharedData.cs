using Xunit;

namespace PaperGraph.Testing;

/// <summary>
/// Real texts, recorded answers and conformance corpora that lie beside the checkout in <c>../shared</c>. They are
/// other people's and no part of the project; tests that need them are skipped where they are missing.
/// </summary>
public static class SharedData
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(RepositoryRoot.Path, "..", "shared"));

    /// <summary>A file or folder in it, by its path from there.</summary>
    public static string Combine(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>Skips the test that calls it where <paramref name="path"/> is missing.</summary>
    public static void Require(string path) =>
        Skip.IfNot(Path.Exists(Combine(path)), $"needs {path} of the shared test data, which is not beside this checkout");
}
