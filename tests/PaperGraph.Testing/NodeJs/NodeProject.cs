using System.Diagnostics;
using Shouldly;

namespace PaperGraph.Testing;

/// <summary>A folder of a test project with a <c>package.json</c>, its lock file and scripts.</summary>
/// <param name="folder">Its path from the folder <c>tests</c>.</param>
public sealed class NodeProject(params string[] folder)
{
    private readonly string path = RepositoryRoot.Combine(["tests", .. folder]);

    /// <summary>Installs what the lock file says, unless <paramref name="package"/> is there already.</summary>
    public async Task InstallAsync(string package)
    {
        if (Directory.Exists(Path.Combine(path, "node_modules", package))) return;
        var (exitCode, output) = await RunAsync("npm", "ci", "--no-audit", "--no-fund");
        exitCode.ShouldBe(0, output);
    }

    public async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(texts).Trim());
    }
}
