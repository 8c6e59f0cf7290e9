using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PaperGraph.Tests.Commands;

namespace PaperGraph.Tests;

/// <summary>What the README shows is what a newcomer gets.</summary>
[Collection(nameof(ServedSample))]
public sealed partial class ReadmeTests(PreparedSampleServer server)
{
    [Fact]
    public async Task The_first_query_is_answered_as_the_readme_says()
    {
        var readme = await File.ReadAllTextAsync(RepositoryRoot.Combine("README.md"));

        var answer = await server.AskAsync(Block("graphql").Match(readme).Groups["text"].Value);

        var expected = JsonNode.Parse(Block("json").Match(readme).Groups["text"].Value);
        JsonNode.DeepEquals(answer["data"], expected).ShouldBeTrue(answer.ToJsonString());
    }

    [Fact]
    public async Task The_other_queries_are_answered_each_with_something()
    {
        var readme = await File.ReadAllTextAsync(RepositoryRoot.Combine("README.md"));

        // The sample has no tables of results; what the README asks of them is asked where they are.
        foreach (var query in Block("graphql").Matches(readme).Skip(1).Select(block => block.Groups["text"].Value)
            .Where(query => !query.Contains("leaderboard(", StringComparison.Ordinal)))
        {
            var answer = await server.AskAsync(query);

            answer["errors"].ShouldBeNull(answer.ToJsonString());
            foreach (var (field, value) in answer["data"]!.AsObject())
                Leaves(value).ShouldContain(leaf => leaf != null, $"{field}: {answer.ToJsonString()}");
        }
    }

    [Fact]
    public async Task The_addresses_of_rows_are_answered()
    {
        var readme = await File.ReadAllTextAsync(RepositoryRoot.Combine("README.md"));
        using var client = new HttpClient();

        var addresses = Row().Matches(readme).Select(match => match.Value).ToList();

        addresses.Count.ShouldBe(4);
        foreach (var address in addresses)
            (await client.GetStringAsync(new Uri(server.Address, address))).Length.ShouldBeGreaterThan(100, address);
    }

    private static IEnumerable<string?> Leaves(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves(member.Value)),
        JsonArray items => items.SelectMany(Leaves),
        _ => [node?.ToString()],
    };

    [GeneratedRegex("(?<=http://localhost:5080)/data/[^\\s\"]+")]
    private static partial Regex Row();

    private static Regex Block(string language) =>
        new($"```{language}\n(?<text>.*?)\n```", RegexOptions.Singleline, TimeSpan.FromSeconds(1));
}
