using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests.Execution;

/// <summary>Measures the memory of the whole process, which no other test must use meanwhile.</summary>
[CollectionDefinition(nameof(DocumentMemoryTests), DisableParallelization = true)]
[Collection(nameof(DocumentMemoryTests))]
public sealed class DocumentMemoryTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(200)]
    public async Task The_memory_that_documents_take_is_no_more_than_is_counted(int fields)
    {
        const int Documents = 300;
        var texts = Enumerable.Range(0, Documents).Select(number =>
            $"query ($s: Boolean! = true) "
            + $"{{ {string.Concat(Enumerable.Range(0, fields / 5).Select(i => $"a{number}_{i}: me {{ a b me {{ a }} }} "))}"
            + "a @skip(if: $s) }").ToList();
        var probe = new TestEngine(
            "type Query { me: Query a: Int b: Int }",
            bindings =>
                bindings.Value("Query.me", (object parent) => parent).Value("Query.a", (object _) => 1).Value("Query.b", (object _) => 2),
            new EngineLimits { MaxCachedBytes = long.MaxValue });
        await probe.AnswerAsync(texts[0]);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        foreach (var text in texts) await probe.AnswerAsync(text);

        var taken = GC.GetTotalMemory(forceFullCollection: true) - before;
        var counted = probe.Engine.CachedBytes;
        taken.ShouldBeLessThan(counted);
        taken.ShouldBeGreaterThan(counted / 8);
        GC.KeepAlive(texts);
    }
}
