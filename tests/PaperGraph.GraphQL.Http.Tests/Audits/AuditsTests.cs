using PaperGraph.GraphQL.Http.Tests.Support;
using Xunit.Abstractions;

namespace PaperGraph.GraphQL.Http.Tests.Audits;

/// <summary>The server against the audits of npm's <c>graphql-http</c>: every MUST, SHOULD and MAY of GraphQL over HTTP.</summary>
public sealed class AuditsTests(GraphQLServer server, ITestOutputHelper output) : IClassFixture<GraphQLServer>
{
    [SkippableFact]
    public async Task All_audits_pass()
    {
        NodeJs.Require();
        var audits = new NodeProject("PaperGraph.GraphQL.Http.Tests", "Audits");
        await audits.InstallAsync("graphql-http");

        var (exitCode, report) = await audits.RunAsync("node", "audit.mjs", server.Address.ToString());

        output.WriteLine(report);
        exitCode.ShouldBe(0, report);
        Passed(report).ShouldBe(61, report);
    }

    /// <summary>The sum over lines such as <c>MUST: 14 passed, 0 failed</c>.</summary>
    private static int Passed(string report) => report
        .Split('\n')
        .Select(line => line.Split(": ", 2))
        .Where(parts => parts is [_, var counts] && counts.EndsWith(" failed", StringComparison.Ordinal))
        .Sum(parts => int.Parse(parts[1].Split(' ')[0]));
}
