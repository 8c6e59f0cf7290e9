using System.Buffers;
using Microsoft.Extensions.Logging.Abstractions;
using PaperGraph.Data;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL;

namespace PaperGraph.Graph.Tests;

[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public sealed class AllocationCollection;

/// <summary>
/// What requests allocate once their documents are planned and their statements prepared, beside the answer: no other test runs meanwhile.
/// </summary>
[Collection(nameof(AllocationTests))]
public sealed class AllocationTests(GraphDatabase graph) : IClassFixture<GraphDatabase>
{
    private const string Paper = "paper(by: { slug: \"2402.00001\" })";

    [Theory]
    [InlineData(Paper + "{ title organizations { nodes { name } } repositories { nodes { url } } concepts { nodes { name } } }", 11_500)]
    [InlineData(Paper + "{ title related(first: 10) { nodes { title concepts(first: 5) { nodes { name } } } } }", 10_500)]
    [InlineData("paperGroups(by: PUBLISHED_MONTH, where: { hasCode: true }) { rows { key papers } }", 13_000)]
    [InlineData("search(query: \"attention\", kinds: [PAPER]) { nodes { ... on Paper { title } } }", 13_700)]
    public async Task A_request_allocates_little(string field, int bytes)
    {
        var query = $"{{ {field} }}";
        await using var source = DataSources.CreateForReading(graph.ConnectionString + ";Maximum Pool Size=1");
        var engine = new Engine(
            PaperGraphSchema.Build(), new EngineOptions { DataRequests = new SqlQueryRunner(source, NullLogger<SqlQueryRunner>.Instance) });
        var output = new ArrayBufferWriter<byte>(16_384);
        for (var time = 0; time < 200; time++) await AnswerAsync();

        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var time = 0; time < 500; time++) await AnswerAsync();

        ((GC.GetTotalAllocatedBytes(precise: true) - before) / 500).ShouldBeLessThan(bytes);

        async Task AnswerAsync()
        {
            output.ResetWrittenCount();
            using var response = await engine.RespondAsync(new GraphQLRequest { Query = query }, NoServices.Instance);
            response.WriteTo(output);
        }
    }

    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
