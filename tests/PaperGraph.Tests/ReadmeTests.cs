using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PaperGraph.Tests.Commands;

namespace PaperGraph.Tests;

/// <summary>What the README shows is what a newcomer gets.</summary>
public sealed class ReadmeTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task The_first_query_is_answered_as_the_readme_says()
    {
        var readme = await File.ReadAllTextAsync(RepositoryRoot.Combine("README.md"));

        var answer = await server.AskAsync(Block("graphql").Match(readme).Groups["text"].Value);

        var expected = JsonNode.Parse(Block("json").Match(readme).Groups["text"].Value);
        JsonNode.DeepEquals(answer["data"], expected).ShouldBeTrue(answer.ToJsonString());
    }

    private static Regex Block(string language) =>
        new($"```{language}\n(?<text>.*?)\n```", RegexOptions.Singleline, TimeSpan.FromSeconds(1));
}
