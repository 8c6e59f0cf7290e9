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

    internal static string? WhyMissing(string path) =>
        Path.Exists(Combine(path)) ? null : $"needs {path} of the shared test data, which is not beside this checkout";
}

/// <summary>A fact that reads <paramref name="path"/> of <see cref="SharedData"/>; skipped where that is missing.</summary>
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string path) => Skip = SharedData.WhyMissing(path);
}

/// <summary>A theory that reads <paramref name="path"/> of <see cref="SharedData"/>; skipped where that is missing.</summary>
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute(string path) => Skip = SharedData.WhyMissing(path);
}
