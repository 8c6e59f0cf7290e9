using System.Buffers;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests.Execution;

public sealed class AllocationTests
{
    private const int MaxBytes = 8 * 1024;

    [Theory]
    [InlineData("{ __typename }")]
    [InlineData("{ me { me { me { text other: text } text } text } }")]
    public void A_document_that_is_known_costs_little_memory(string query)
    {
        var engine = new TestEngine(
            "type Query { me: Query text: String }",
            bindings => bindings.Value("Query.me", (object parent) => parent).Value("Query.text", (object _) => "text")).Engine;
        var buffer = new ArrayBufferWriter<byte>(MaxBytes);
        for (var i = 0; i < 50; i++) Answer();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Answer();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MaxBytes);

        void Answer()
        {
            buffer.ResetWrittenCount();
            var answering = engine.ExecuteAsync(new GraphQLRequest { Query = query }, new TestServices(), CancellationToken.None);
            answering.IsCompletedSuccessfully.ShouldBeTrue("nothing here has to be waited for");
            using var response = (GraphQLResponse)answering.GetAwaiter().GetResult();
            response.WriteTo(buffer);
        }
    }

    private sealed class TestServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
