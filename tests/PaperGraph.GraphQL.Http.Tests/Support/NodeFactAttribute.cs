namespace PaperGraph.GraphQL.Http.Tests.Support;

/// <summary>A fact that runs Node and npm; skipped where they are not installed.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    private static readonly string? WhyMissing = Array.Find(["node", "npm"], program => !IsInstalled(program)) is { } missing
        ? $"needs {missing}, which is not on the PATH"
        : null;

    public NodeFactAttribute() => Skip = WhyMissing;

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
