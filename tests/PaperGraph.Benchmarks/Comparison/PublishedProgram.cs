using System.Diagnostics;
using PaperGraph.Testing;

namespace PaperGraph.Benchmarks.Comparison;

/// <summary>PaperGraph as it is shipped.</summary>
internal static class PublishedProgram
{
    /// <returns>The path of papergraph.dll.</returns>
    public static async Task<string> MakeAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(GeneratedHome.Root, "program");
        Console.WriteLine("Publishing PaperGraph");
        using var publish = Process.Start(
            "dotnet", ["publish", RepositoryRoot.Combine("src", "PaperGraph"), "--configuration", "Release", "--output", folder,
                "--verbosity", "quiet", "--nologo"]);
        await publish.WaitForExitAsync(cancellationToken);
        return publish.ExitCode == 0
            ? Path.Combine(folder, "papergraph.dll")
            : throw new InvalidOperationException($"dotnet publish ended with exit code {publish.ExitCode}.");
    }
}
