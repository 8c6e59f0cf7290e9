using Xunit;

namespace PaperGraph.Testing;

/// <summary>Node.js and npm of this machine.</summary>
public static class NodeJs
{
    private static readonly string? Missing = Array.Find(["node", "npm"], program => !IsInstalled(program));

    /// <summary>Skips the test that calls it where one of them is not installed.</summary>
    public static void Require() => Skip.If(Missing is not null, $"needs {Missing}, which is not on the PATH");

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
