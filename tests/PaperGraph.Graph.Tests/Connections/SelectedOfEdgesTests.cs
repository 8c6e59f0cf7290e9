using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Tests.Connections;

/// <summary>Of edges a statement selects what the request selects, beside the ids by which rows find their lists.</summary>
public sealed class SelectedOfEdgesTests
{
    [Theory]
    [InlineData("nodes { name }", "page.parent, page.node, o.name")]
    [InlineData("edges { roles }", "page.parent, page.node, page.e0")]
    [InlineData("edges { evidence { quote } node { name } }", "page.parent, page.node, o.name")]
    [InlineData("edges { role roles cursor }", "page.parent, page.node, page.o0, page.o1, page.e0, page.e1")]
    [InlineData("pageInfo { endCursor }", "page.parent, page.node, page.o0, page.o1")]
    [InlineData("pageInfo { hasNextPage }", "page.parent, page.node")]
    public async Task What_nobody_asks_of_an_edge_is_not_selected(string connection, string selected)
    {
        var runner = new WritingRunner();
        var engine = new Engine(PaperGraphSchema.Build(), new EngineOptions { DataRequests = runner });

        using var response = await engine.RespondAsync(
            new GraphQLRequest { Query = $"{{ paper(by: {{ slug: \"a\" }}) {{ organizations {{ {connection} }} }} }}" }, new NoServices());

        runner.Statement.ShouldContain($"select {selected}\nfrom (");
        runner.Statement.Contains("e.roles", StringComparison.Ordinal).ShouldBe(connection.Contains("role", StringComparison.Ordinal));
    }

    private sealed class WritingRunner : IDataRequestRunner
    {
        public string Statement { get; private set; } = "";

        public ValueTask RunAsync(IReadOnlyList<DataRequest> requests, CancellationToken cancellationToken)
        {
            var sql = new SqlText();
            SqlTree.Write([.. requests.SelectMany(SqlQueryRunner.GetStatements)], sql);
            Statement = sql.ToString();
            return default;
        }
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
