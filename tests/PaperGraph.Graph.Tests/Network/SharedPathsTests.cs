using System.Globalization;
using System.Text;
using System.Text.Json;
using PaperGraph.Data;
using PaperGraph.Data.Network;
using PaperGraph.Model;

namespace PaperGraph.Graph.Tests.Network;

/// <summary>
/// How papers and concepts of all shared pages and days are connected: what a person has looked at and found telling is written down.
/// </summary>
public sealed class SharedPathsTests(SharedGraph graph) : IClassFixture<SharedGraph>
{
    private const string Paths = """
        query($from: ID!, $to: ID!) {
          paths(from: $from, to: $to, first: 3) {
            truncated paths { weight nodes { kind label degree } hops { kind isForward weight evidence { quote } reasons { weight } } }
          }
        }
        """;

    [SkippableFact]
    public async Task Papers_are_connected_by_what_few_have() => Snapshot.Match(await TellAsync(
        "PAPER",
        ("MiniMax-M1", "Reinforcement Pre-Training"),
        ("TurboVLA", "PhiZero"),
        ("DOPD", "UI-MOPD"),
        ("Vidu S1", "AlayaWorld"),
        ("Beyond the 80/20 Rule", "CoRT"),
        ("Depth Anything V2", "Light of Normals"),
        ("The FineWeb Datasets", "Memory Decoder at Scale"),
        ("BlockPilot", "Drag-and-Drop LLMs"),
        ("Make It Count", "Text Template Tokens Are Implicit Semantic Registers"),
        ("SWE-Pruner Pro", "Dockerless")));

    [SkippableFact]
    public async Task Concepts_are_connected_by_papers_that_are_about_both() => Snapshot.Match(await TellAsync(
        "CONCEPT",
        ("Group Relative Policy Optimization", "Reinforcement Learning with Verifiable Rewards"),
        ("Mamba", "Transformer"),
        ("Flow Matching", "Image Editing"),
        ("Speculative Decoding", "KV Cache"),
        ("Neural Radiance Field", "Novel View Synthesis"),
        ("Low-Rank Adaptation", "Continual Learning"),
        ("Direct Preference Optimization", "Text-to-Image Generation"),
        ("Vision-Language-Action Model", "World Model"),
        ("GSM8K", "Test-Time Scaling"),
        ("Retrieval-Augmented Generation", "Hallucination")));

    /// <summary>Of real papers, unlike generated ones, most authors are nodes that no other paper has.</summary>
    [SkippableFact]
    public async Task The_graph_of_real_papers_takes_200_bytes_a_paper_at_most()
    {
        SharedData.Require("hf-daily");
        await using var database = DataSources.Create(graph.ConnectionString);

        var snapshot = await GraphSnapshotReads.ReadAsync(database, long.MaxValue, CancellationToken.None);

        var papers = snapshot.Nodes.NumbersOf(NodeKind.Paper).End.Value;
        papers.ShouldBeGreaterThan(1_000);
        (snapshot.Size / papers).ShouldBeLessThan(200);
        ((double)(await GraphSnapshotReads.EstimateSizeAsync(database, CancellationToken.None))!.Value)
            .ShouldBe(snapshot.Size, snapshot.Size * 0.25);
    }

    private async Task<string> TellAsync(string kind, params (string From, string To)[] pairs)
    {
        SharedData.Require("hf-daily");
        var text = new StringBuilder();
        foreach (var (from, to) in pairs)
        {
            var answer = await graph.ExecuteAsync(Paths, new { from = await FindAsync(kind, from), to = await FindAsync(kind, to) });
            var found = answer.GetProperty("data").GetProperty("paths");
            found.GetProperty("truncated").GetBoolean().ShouldBeFalse();
            foreach (var path in found.GetProperty("paths").EnumerateArray()) Append(text, path);
            text.Append('\n');
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonElement path)
    {
        var nodes = path.GetProperty("nodes").EnumerateArray().ToList();
        text.Append(CultureInfo.InvariantCulture, $"{path.GetProperty("weight").GetDouble():F3}  {Name(nodes[0])}");
        foreach (var (hop, node) in path.GetProperty("hops").EnumerateArray().Zip(nodes.Skip(1)))
        {
            var kind = hop.GetProperty("kind").GetString();
            // Each hop is proved.
            var proofs = hop.GetProperty("evidence").GetArrayLength() + hop.GetProperty("reasons").GetArrayLength();
            proofs.ShouldBeGreaterThan(0, $"{kind} to {Name(node)}");
            text.Append(kind == "RELATED" ? " - " : hop.GetProperty("isForward").GetBoolean() ? " > " : " < ");
            text.Append(CultureInfo.InvariantCulture, $"{kind} {Name(node)}");
        }
        text.Append('\n');
    }

    private static string Name(JsonElement node) => $"{node.GetProperty("label")} ({node.GetProperty("degree")})";

    private async Task<string> FindAsync(string kind, string name)
    {
        var answer = await graph.ExecuteAsync(
            "query($name: String!, $kinds: [NodeKind!]) { search(query: $name, kinds: $kinds, first: 1) { nodes { id } } }",
            new { name, kinds = new[] { kind } });
        return answer.GetProperty("data").GetProperty("search").GetProperty("nodes")[0].GetProperty("id").GetString()!;
    }
}
