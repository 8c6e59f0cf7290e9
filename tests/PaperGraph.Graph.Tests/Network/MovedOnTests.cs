using System.Text.Json;
using Npgsql;

namespace PaperGraph.Graph.Tests.Network;

/// <summary>The database goes on while the graph in memory stays as it was read: nothing fails for that.</summary>
public sealed class MovedOnTests(MovedOnTests.Graph graph) : IClassFixture<MovedOnTests.Graph>
{
    private const string Nodes = "nodes { id label node { id ... on Paper { title related { totalCount } } ... on Concept { name } } }";

    /// <summary>Paper 3 and author 2 are gone, concept 2 is merged into concept 1, paper 6 and its concept 4 are new.</summary>
    private const string Changes = """
        insert into former_concepts (id, concept_id) values (2, 1);
        update mentions set concept_id = 1 where concept_id = 2;
        delete from paper_concepts where concept_id = 2;
        delete from concepts where id = 2;
        delete from evidence where paper_id = 3;
        delete from listings where paper_id = 3;
        delete from papers where id = 3;
        delete from authorships where author_id = 2;
        delete from authors where id = 2;
        insert into papers (id, identity, slug, title, published_on_inferred, imported_at) overriding system value
        values (6, 'title:new', 'new', 'New', false, '2026-01-04T00:00:00Z');
        insert into concepts (id, slug, name, kind, key, paper_count, specificity) overriding system value
        values (4, 'newness', 'Newness', 'METHOD', 'newness', 1, 1);
        """;

    [Theory]
    [InlineData(
        $"paths(from: \"UGFwZXI6MQ\", to: \"UGFwZXI6Mw\", first: 1) {{ paths {{ {Nodes} hops {{ evidence {{ quote }} }} }} }}")]
    [InlineData($"neighborhood(of: [\"UGFwZXI6MQ\"], hops: 3) {{ {Nodes} edges {{ evidence {{ quote }} reasons {{ weight }} }} }}")]
    [InlineData($"connections(between: [\"UGFwZXI6Mg\", \"UGFwZXI6MQ\", \"UGFwZXI6Mw\"]) {{ {Nodes} }}")]
    [InlineData("concept(by: { slug: \"grpo\" }) { related { edges { node { id name } } } }")]
    [InlineData("organization(by: { slug: \"acme\" }) { related { score label node { id } through { label node { id } } } }")]
    public async Task What_is_gone_is_null_and_what_was_merged_is_what_it_became(string field)
    {
        var answer = await graph.ExecuteBothAsync($"{{ found: {field} }}");

        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        foreach (var node in Find(answer, "nodes").SelectMany(nodes => nodes.EnumerateArray()))
        {
            switch (node.GetProperty("id").GetString())
            {
                case "UGFwZXI6Mw" or "QXV0aG9yOjI":
                    node.GetProperty("node").ValueKind.ShouldBe(JsonValueKind.Null);
                    node.GetProperty("label").GetString().ShouldBe("(no longer there)");
                    break;
                case "Q29uY2VwdDoy":
                    node.GetProperty("node").GetProperty("id").GetString().ShouldBe("Q29uY2VwdDox");
                    node.GetProperty("label").GetString().ShouldBe("Group Relative Policy Optimization");
                    break;
                case var id:
                    node.GetProperty("node").GetProperty("id").GetString().ShouldBe(id);
                    break;
            }
        }
    }

    [Theory]
    // Papers 99 and 1 are one, and so are concepts 9 and 1, organizations 9 and 1.
    [InlineData("connections(between: [\"UGFwZXI6OTk\", \"UGFwZXI6Mg\"]) { nodes { sharedBy } missing }", "UGFwZXI6MQ", "")]
    [InlineData(
        "neighborhood(of: [\"UGFwZXI6OTk\", \"Q29uY2VwdDo5\", \"T3JnYW5pemF0aW9uOjk\"]) { nodes { id } missing }",
        "T3JnYW5pemF0aW9uOjE", "")]
    [InlineData("paths(from: \"Q29uY2VwdDo5\", to: \"Q29uY2VwdDox\") { paths { nodes { id } } missing }", "Q29uY2VwdDox", "")]
    // Paper 6 and concept 4 came after the graph was read, of which the rest is told.
    [InlineData(
        "neighborhood(of: [\"UGFwZXI6Ng\", \"UGFwZXI6MQ\", \"Q29uY2VwdDo0\"]) { nodes { id } missing }",
        "UGFwZXI6MQ", "UGFwZXI6Ng Q29uY2VwdDo0")]
    [InlineData("neighborhood(of: [\"UGFwZXI6Ng\"], layout: true) { nodes { id } missing }", "", "UGFwZXI6Ng")]
    [InlineData("paths(from: \"UGFwZXI6MQ\", to: \"UGFwZXI6Ng\") { paths { length } missing }", "", "UGFwZXI6Ng")]
    [InlineData("connections(between: [\"UGFwZXI6MQ\", \"UGFwZXI6Ng\"]) { nodes { sharedBy } missing }", "", "UGFwZXI6Ng")]
    public async Task Former_ids_are_followed_and_what_came_since_is_told_as_missing(string field, string told, string missing)
    {
        var answer = await graph.ExecuteBothAsync($"{{ found: {field} }}");

        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        var found = answer.GetProperty("data").GetProperty("found");
        found.GetRawText().ShouldContain(told);
        string.Join(' ', found.GetProperty("missing").EnumerateArray()).ShouldBe(missing);
    }

    /// <summary>Changes when the graph was read.</summary>
    public sealed class Graph : GraphDatabase
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await ExecuteAsync("{ neighborhood(of: [\"UGFwZXI6MQ\"]) { asOf } }");
            await using var connection = new NpgsqlConnection(ConnectionString);
            await connection.OpenAsync();
            await using var change = new NpgsqlCommand(Changes, connection);
            await change.ExecuteNonQueryAsync();
        }
    }

    private static IEnumerable<JsonElement> Find(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(field =>
            field.Name == name ? [field.Value] : Find(field.Value, name)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Find(item, name)),
        _ => [],
    };
}
