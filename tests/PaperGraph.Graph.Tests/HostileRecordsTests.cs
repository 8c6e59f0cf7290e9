using PaperGraph.Data;
using PaperGraph.GraphQL.Types;
using PaperGraph.Ingest;
using PaperGraph.Sources.Generated;

namespace PaperGraph.Graph.Tests;

/// <summary>Whatever records say that could be stored, all of it can be asked for.</summary>
public sealed class HostileRecordsTests(HostileRecordsTests.Graph graph) : IClassFixture<HostileRecordsTests.Graph>
{
    private const int Together = 10;

    // Of thousands of authors and organizations of one paper those alone of which most and least is to be told.
    private const string Ids = """
        select array(
            (select id from nodes t order by length(t::text) desc, id limit 30)
            union
            (select id from nodes t order by length(t::text), id limit 30))
        """;

    public static TheoryData<string, string> Tables { get; } = new()
    {
        { "Paper", "papers" }, { "Leaderboard", "leaderboards" }, { "Result", "results" }, { "ConceptStatement", "concept_statements" },
        { "Author", "authors" }, { "Concept", "concepts" }, { "Organization", "organizations" }, { "Repository", "repositories" },
        { "Topic", "topics" }, { "Community", "communities" }, { "Import", "import_runs" }, { "ImportProblem", "import_problems" },
    };

    [Fact]
    public void All_types_of_nodes_are_asked_for() => Types(Tables).ShouldBe(Types(EveryFieldTests.NodeTypes), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task All_fields_of_the_nodes_are_read(string type, string table)
    {
        var selection = EveryFieldTests.Selection((ObjectType)EveryFieldTests.Schema.Types.Find(type)!, depth: 1);
        await using var source = DataSources.Create(graph.ConnectionString);
        await using var command = source.CreateCommand(Ids.Replace("nodes", table, StringComparison.Ordinal));
        var ids = (long[])(await command.ExecuteScalarAsync())!;
        ids.ShouldNotBeEmpty();
        foreach (var some in ids.Chunk(Together))
        {
            var answer = await graph.ExecuteAsync(
                $"query ($ids: [ID!]!) {{ nodes(ids: $ids) {{ ... on {type} {selection} }} }}",
                new { ids = some.Select(id => new NodeId(type, id).ToString()) });
            answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
            answer.GetProperty("data").GetProperty("nodes").GetArrayLength().ShouldBe(some.Length);
        }
    }

    private static IEnumerable<object> Types(IEnumerable<object[]> rows) => rows.Select(row => row[0]);

    public sealed class Graph() : GraphDatabase("hostile-graph")
    {
        protected override async Task PrepareAsync(string connectionString)
        {
            await using var source = DataSources.Create(connectionString);
            await DatabaseMigrations.MigrateAsync(source, CancellationToken.None);
            var random = new Random(1);
            await new Importer(source, TimeProvider.System).ImportAsync(
                MadeHostile.All.Select(kind => ImportSource.Text(kind.Name, kind.Write(16, random).All)),
                new ImportOptions(),
                progress: null,
                CancellationToken.None);
        }
    }
}
