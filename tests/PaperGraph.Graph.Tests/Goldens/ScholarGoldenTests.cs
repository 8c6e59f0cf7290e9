using System.Text;
using System.Text.Json.Nodes;

namespace PaperGraph.Graph.Tests.Goldens;

/// <summary>Records of OpenAlex, Semantic Scholar and arXiv that cite each other, and what is not there.</summary>
public sealed class ScholarGoldens() : GoldenGraph("scholar", [.. new[] { "works.jsonl", "paper.json", "records.xml" }.Select(Find)])
{
    internal static string Find(string name) =>
        RepositoryRoot.Combine("tests", "PaperGraph.Graph.Tests", "Goldens", "Scholar", name);
}

/// <summary>Citations, categories, versions and withdrawn papers, over HTTP.</summary>
public sealed class ScholarGoldenTests(ScholarGoldens graph) : IClassFixture<ScholarGoldens>
{
    [Fact]
    public async Task What_scholarly_sources_say_is_answered_as_written_down()
    {
        var document = await File.ReadAllTextAsync(ScholarGoldens.Find("scholar.graphql"));
        var variables = new JsonObject();
        var labels = new Dictionary<string, string>();
        var told = new StringBuilder();
        foreach (var operation in new[] { "Cited", "Lists", "Network", "People", "Places" })
        {
            var (json, _, _) = await graph.PostAsync(document, operation, variables);
            var answer = JsonNode.Parse(json)!;
            answer["errors"].ShouldBeNull(answer.ToJsonString());
            foreach (var (field, value) in answer["data"]!.AsObject())
                if (value?["id"] is { } id) variables[field + "Id"] = id.GetValue<string>();
            GoldenAnswer.AddLabels(answer, labels);
            told.Append(operation).Append(":\n").Append(GoldenAnswer.Format(answer, labels)).Append("\n\n");
        }
        Snapshot.Match(told.ToString(), "scholar");
    }
}
