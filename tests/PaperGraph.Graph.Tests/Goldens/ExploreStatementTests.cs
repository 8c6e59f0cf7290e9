using System.Text.Json.Nodes;

namespace PaperGraph.Graph.Tests.Goldens;

/// <summary>
/// How many statements and round trips each question of <c>/explore</c> takes, over the sample. The document has the questions as the page
/// sends them, which a test of the page holds.
/// </summary>
public sealed class ExploreStatementTests(SampleGoldens graph) : IClassFixture<SampleGoldens>
{
    private const string Ids = """
        query Ids {
          mamba: paper(by: { slug: "2312.00752" }) { id related(first: 1) { nodes { id } } concepts(first: 1) { nodes { id } } }
          other: paper(by: { slug: "1706.03762" }) { id }
          organization: organizations(first: 1) { nodes { id } }
          repository: repositories(first: 1) { nodes { id } }
          topic: topics(first: 1) { nodes { id } }
          author: authors(first: 1) { nodes { id } }
        }
        """;

    private static readonly string Document = File.ReadAllText(
        RepositoryRoot.Combine("tests", "PaperGraph.Graph.Tests", "Goldens", "Explore", "explore.graphql"));

    [Fact]
    public async Task Each_question_takes_the_statements_and_round_trips_that_are_written_here()
    {
        var ids = JsonNode.Parse((await graph.PostAsync(Ids, "Ids", new { })).Json)!["data"]!;
        var (mamba, other) = ((string)ids["mamba"]!["id"]!, (string)ids["other"]!["id"]!);
        var related = (string)ids["mamba"]!["related"]!["nodes"]![0]!["id"]!;
        var concept = (string)ids["mamba"]!["concepts"]!["nodes"]![0]!["id"]!;
        string First(string kind) => (string)ids[kind]!["nodes"]![0]!["id"]!;

        (string Question, object Variables, int Statements, int RoundTrips)[] questions =
        [
            ("Latest", new { }, 1, 1),
            ("Latest", new { where = new { hasCode = true } }, 1, 1),
            ("Around", new { of = new[] { mamba, other }, limit = 100 }, 10, 2),
            ("Around", new { of = new[] { mamba }, limit = 100, where = new { hasCode = true } }, 10, 3),
            ("Suggest", new { prefix = "mamb" }, 1, 1),
            ("Details", new { id = mamba }, 8, 2),
            ("Details", new { id = concept }, 5, 2),
            ("Details", new { id = First("organization") }, 5, 2),
            ("Details", new { id = First("repository") }, 4, 2),
            ("Details", new { id = First("topic") }, 4, 2),
            ("Details", new { id = First("author") }, 3, 2),
            ("Paths", new { from = mamba, to = other }, 7, 2),
            ("Common", new { between = new[] { mamba, other } }, 2, 1),
            ("Edge", new { from = mamba, to = related, kind = "RELATED" }, 13, 3),
            ("Edge", new { from = mamba, to = concept, kind = "MODEL" }, 13, 3),
            ("Present", new { ids = new[] { mamba, concept } }, 2, 1),
        ];
        foreach (var (question, variables, statements, roundTrips) in questions)
        {
            var (json, trips, asked) = await graph.PostAsync(Document, question, variables);
            JsonNode.Parse(json)!["errors"].ShouldBeNull(json);
            (asked, trips).ShouldBe((statements, roundTrips), $"{question} {variables}");
        }
    }
}
