using System.Diagnostics;
using PaperGraph.GraphQL.Http.Tests.Support;
using Xunit.Abstractions;

namespace PaperGraph.GraphQL.Http.Tests.Audits;

/// <summary>The server against the audits of npm's <c>graphql-http</c>: every MUST, SHOULD and MAY of GraphQL over HTTP.</summary>
public sealed class AuditsTests(GraphQLServer server, ITestOutputHelper output) : IClassFixture<GraphQLServer>
{
    private static readonly string Folder = RepositoryRoot.Combine("tests", "PaperGraph.GraphQL.Http.Tests", "Audits");

    [NodeFact]
    public async Task All_audits_pass()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "graphql-http")))
        {
            var (installed, log) = await RunAsync("npm", "ci", "--no-audit", "--no-fund");
            installed.ShouldBe(0, log);
        }

        var (failed, report) = await RunAsync("node", "audit.mjs", server.Address.ToString());

        output.WriteLine(report);
        failed.ShouldBe(0, report);
        Passed(report).ShouldBe(61, report);
    }

    /// <summary>The sum over lines such as <c>MUST: 14 passed, 0 failed</c>.</summary>
    private static int Passed(string report) => report
        .Split('\n')
        .Select(line => line.Split(": ", 2))
        .Where(parts => parts is [_, var counts] && counts.EndsWith(" failed", StringComparison.Ordinal))
        .Sum(parts => int.Parse(parts[1].Split(' ')[0]));

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(texts).Trim());
    }
}
