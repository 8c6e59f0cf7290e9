namespace PaperGraph.Tests.Explore;

/// <summary>State, address, filters and exports of the page, which are TypeScript without a browser.</summary>
public sealed class ExploreLogicTests
{
    [SkippableFact]
    public async Task Its_tests_pass_in_Node()
    {
        NodeJs.Require();
        var project = new NodeProject("PaperGraph.Tests", "Explore");
        await project.InstallAsync("esbuild");

        var (exitCode, output) = await project.RunAsync("node", "run.mjs");

        exitCode.ShouldBe(0, output);
    }
}
