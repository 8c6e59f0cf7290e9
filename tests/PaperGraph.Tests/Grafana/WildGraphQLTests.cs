using System.Text.Json;
using System.Text.Json.Nodes;
using PaperGraph.Tests.Serving;

namespace PaperGraph.Tests.Grafana;

public sealed class WildGraphQLTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Fact]
    public async Task Every_query_of_the_dashboard_makes_frames()
    {
        var dashboard = await GrafanaDashboard.GetAsync(site, "wild-graphql");
        foreach (var (title, target) in dashboard.Targets())
        {
            foreach (var concept in GrafanaDashboard.Concepts)
                (await FramesAsync(target, concept)).ShouldNotBeEmpty($"{title} of {concept}");
        }
    }

    [Fact]
    public async Task Papers_a_month_have_a_time_and_a_number_and_stay_in_the_range()
    {
        var dashboard = await GrafanaDashboard.GetAsync(site, "wild-graphql");
        var frames = await FramesAsync(dashboard.Panel("Papers a month").GetProperty("targets")[0], "null");
        var counted = await site.AskAsync(
            """{ papers(where: {publishedOn: {from: "2020-01-01", to: "2025-12-31"}}) { totalCount } }""");

        frames.Sum(row => (double)row.Fields["papers"]!).ShouldBe(counted.GetProperty("papers").GetProperty("totalCount").GetInt32());
        frames.ShouldAllBe(row => ((DateTimeOffset)row.Fields["start"]!).Year >= 2020);
        frames.ShouldAllBe(row => ((DateTimeOffset)row.Fields["start"]!).Year <= 2025);
    }

    [Fact]
    public async Task A_frame_is_named_by_its_topic()
    {
        var dashboard = await GrafanaDashboard.GetAsync(site, "wild-graphql");
        var frames = await FramesAsync(dashboard.Panel("Papers a month by topic").GetProperty("targets")[0], "null");

        frames.Select(row => row.Labels["topic"]).Distinct().Count().ShouldBeGreaterThan(3);
        frames.ShouldAllBe(row => !row.Fields.ContainsKey("label2"));
    }

    /// <summary>
    /// The panel takes a frame with a field <c>source</c> for edges, the other for nodes, and draws no edge to what is no node.
    /// </summary>
    [Fact]
    public async Task The_edges_of_the_node_graph_join_nodes_that_are_there_once()
    {
        var dashboard = await GrafanaDashboard.GetAsync(site, "wild-graphql");
        var targets = dashboard.Panel("Topics of the same papers").GetProperty("targets");
        foreach (var concept in GrafanaDashboard.Concepts)
        {
            var nodes = (await FramesAsync(targets[0], concept)).ConvertAll(node => node.Fields);
            var edges = (await FramesAsync(targets[1], concept)).ConvertAll(edge => edge.Fields);

            nodes.ShouldAllBe(node => node.Keys.SequenceEqual(new[] { "id", "title", "subTitle", "mainStat" }));
            edges.ShouldAllBe(edge => edge.Keys.SequenceEqual(new[] { "id", "source", "target", "mainStat" }));
            nodes.ShouldAllBe(node => node["mainStat"] is double);
            nodes.Select(node => node["id"]).ShouldBeUnique();
            edges.Select(edge => edge["id"]).ShouldBeUnique();
            edges.ShouldNotBeEmpty(concept);
            edges.SelectMany(edge => new[] { edge["source"], edge["target"] }).Except(nodes.Select(node => node["id"])).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task The_variable_offers_the_names_of_concepts_and_all_of_them()
    {
        var variable = (await GrafanaDashboard.GetAsync(site, "wild-graphql")).Variables().Single();

        (await FramesAsync(variable.GetProperty("query"), "null")).Select(row => row.Fields["name"]).ShouldContain("Transformer");
        (variable.GetProperty("includeAll").GetBoolean(), variable.GetProperty("allValue").GetString()).ShouldBe((true, "null"));
    }

    [Theory]
    [InlineData("""{"data": {"rows": [{"start": "June"}]}}""")]
    [InlineData("""{"data": {"rows": [{"start": 1.5}]}}""")]
    [InlineData("""{"data": {"rows": [{"start": 1, "n": 1}, {"start": 2, "n": "1"}]}}""")]
    [InlineData("""{"data": {"rows": [1]}}""")]
    [InlineData("""{"data": {}}""")]
    [InlineData("""{"data": {"rows": []}, "errors": [{"message": "no"}]}""")]
    public void What_the_plugin_refuses_is_refused_here(string answer) => Should.Throw<FormatException>(() => WildGraphQLFrames.Parse(
        JsonDocument.Parse(answer).RootElement,
        JsonDocument.Parse("""{"dataPath": "rows", "timeFields": [{"timePath": "start"}]}""").RootElement));

    /// <summary>The answer to a query with the variables that the plugin adds to all, declared or not.</summary>
    private async Task<List<(Dictionary<string, string> Labels, Dictionary<string, object?> Fields)>> FramesAsync(
        JsonElement target, string concept)
    {
        var variables = new JsonObject
        {
            ["from"] = GrafanaDashboard.FromMilliseconds,
            ["to"] = GrafanaDashboard.ToMilliseconds,
            ["interval_ms"] = 3_600_000,
            ["maxDataPoints"] = 1_000,
            ["refId"] = "A",
        };
        if (target.TryGetProperty("variablesWithFullInterpolation", out var own))
        {
            foreach (var (name, value) in JsonNode.Parse(GrafanaDashboard.Interpolate(own.GetString()!, concept))!.AsObject())
                variables[name] = value?.DeepClone();
        }
        var answer = await site.PostAsync(target.GetProperty("queryText").GetString()!, variables);
        return [.. target.GetProperty("parsingOptions").EnumerateArray().SelectMany(option => WildGraphQLFrames.Parse(answer, option))];
    }
}
