using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PaperGraph.Tests.Serving;

namespace PaperGraph.Tests.Grafana;

/// <summary>The rows that the Infinity plugin makes, by the selectors of the file and npm's <c>jsonata</c>.</summary>
public sealed class InfinityTests(SampleSite site) : IClassFixture<SampleSite>
{
    [SkippableFact]
    public async Task Every_query_of_the_dashboard_makes_rows_of_the_types_that_its_columns_say()
    {
        var dashboard = await GrafanaDashboard.GetAsync(site, "infinity");
        var asked =
            from target in dashboard.Targets()
            from concept in GrafanaDashboard.Concepts
            select (Name: $"{target.Title} of {concept}", target.Target, concept);

        foreach (var (name, target, rows) in await RowsAsync([.. asked]))
        {
            rows.ShouldNotBeEmpty(name);
            foreach (var column in target.GetProperty("columns").EnumerateArray())
            {
                var values = rows.ConvertAll(row => row.GetProperty(column.GetProperty("text").GetString()!));
                values.ShouldAllBe(value => Fits(value, column.GetProperty("type").GetString()!), $"{name}: {column}");
                values.Exists(value => value.ValueKind != JsonValueKind.Null).ShouldBeTrue($"{name}: {column}");
            }
        }
    }

    [SkippableFact]
    public async Task Variables_offer_the_names_of_concepts_and_one_of_them_all()
    {
        var variables = (await GrafanaDashboard.GetAsync(site, "infinity")).Variables().ToList();
        var options = await RowsAsync(variables.ConvertAll(variable =>
            (variable.GetProperty("name").GetString()!, variable.GetProperty("query").GetProperty("infinityQuery"), "null")));

        options.Select(option => option.Name).ShouldBe(["concept", "focus"]);
        foreach (var option in options)
            option.Rows.ConvertAll(row => row.GetProperty("name").GetString()).ShouldContain("Transformer");
        variables[0].GetProperty("allValue").GetString().ShouldBe("null");
        variables.ConvertAll(variable => variable.GetProperty("includeAll").GetBoolean()).ShouldBe([true, false]);
    }

    [SkippableFact]
    public async Task The_edges_of_the_node_graph_join_nodes_that_are_there_once()
    {
        var targets = (await GrafanaDashboard.GetAsync(site, "infinity")).Panel("Around a concept").GetProperty("targets");
        var frames = await RowsAsync([("nodes", targets[0], "null"), ("edges", targets[1], "null")]);

        var nodes = frames[0].Rows.ConvertAll(node => node.GetProperty("id").GetString()!);
        nodes.Count.ShouldBeGreaterThan(2);
        nodes.ShouldBeUnique();
        frames[1].Rows.ConvertAll(edge => edge.GetProperty("id").GetString()!).ShouldBeUnique();
        foreach (var edge in frames[1].Rows)
        {
            nodes.ShouldContain(edge.GetProperty("source").GetString()!);
            nodes.ShouldContain(edge.GetProperty("target").GetString()!);
        }
        Names(frames[0].Target).ShouldBe(["id", "title", "subTitle", "mainStat"]);
        Names(frames[1].Target).ShouldBe(["id", "source", "target", "mainStat"]);

        static IEnumerable<string> Names(JsonElement target) =>
            target.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("text").GetString()!);
    }

    private static bool Fits(JsonElement value, string type) => (value.ValueKind, type) switch
    {
        (JsonValueKind.Null, "number" or "timestamp") => true,
        (JsonValueKind.Number, "number") => true,
        (JsonValueKind.String, "string") => true,
        (JsonValueKind.String, "timestamp") => DateTimeOffset.TryParseExact(
            value.GetString(), "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => false,
    };

    private async Task<List<(string Name, JsonElement Target, List<JsonElement> Rows)>> RowsAsync(
        IReadOnlyList<(string Name, JsonElement Target, string Concept)> asked)
    {
        NodeJs.Require();
        var input = new JsonArray();
        foreach (var (name, target, concept) in asked)
        {
            var options = target.GetProperty("url_options");
            var variables = JsonNode.Parse(
                GrafanaDashboard.Interpolate(options.GetProperty("body_graphql_variables").GetString()!, concept));
            var answer = await site.PostAsync(options.GetProperty("body_graphql_query").GetString()!, variables);
            answer.TryGetProperty("errors", out _).ShouldBeFalse($"{name}: {answer}");
            input.Add((JsonNode)new JsonObject
            {
                ["answer"] = JsonNode.Parse(answer.GetRawText()),
                ["rootSelector"] = target.GetProperty("root_selector").GetString(),
                ["columns"] = JsonNode.Parse(target.GetProperty("columns").GetRawText()),
            });
        }

        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, input.ToJsonString());
            var project = new NodeProject("PaperGraph.Tests", "Grafana");
            await project.InstallAsync("jsonata");
            var (exitCode, output) = await project.RunAsync("node", "rows.mjs", file);
            exitCode.ShouldBe(0, output);
            var frames = JsonDocument.Parse(output).RootElement.EnumerateArray();
            return [.. asked.Zip(frames, (one, rows) => (one.Name, one.Target, rows.EnumerateArray().ToList()))];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
