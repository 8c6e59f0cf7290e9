using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests.Execution;

public sealed class DocumentCacheTests
{
    private readonly TestEngine engine = new(
        "type Query { me: Query a: Int b: Int }",
        bindings =>
            bindings.Value("Query.me", (object parent) => parent).Value("Query.a", (object _) => 1).Value("Query.b", (object _) => 2));

    [Fact]
    public void Documents_that_are_used_are_kept_and_the_others_forgotten()
    {
        var documents = Enumerable.Range(0, 5).Select(number => Prepare($"{{ a{number}: a }}")).ToList();
        var cache = new DocumentCache(maxBytes: 4 * documents[0].Bytes);
        foreach (var document in documents)
        {
            cache.Add(document);
            cache.Find(documents[0].Text).ShouldBe(documents[0]);
        }

        documents.Select(document => cache.Find(document.Text) is not null).ShouldBe([true, false, false, true, true]);
    }

    [Fact]
    public void Whatever_is_added_and_found_no_more_bytes_are_kept_than_the_limit()
    {
        var random = new Random(7);
        var cache = new DocumentCache(maxBytes: 200_000);
        var documents = Enumerable.Range(0, 200)
            .Select(number => Prepare($"{{ {string.Concat(Enumerable.Repeat($"a{number}: a ", 1 + random.Next(120)))}}}")).ToList();
        for (var time = 0; time < 5_000; time++)
        {
            var document = documents[random.Next(documents.Count)];
            if (cache.Find(document.Text) is null) cache.Add(document);
            document.OnGrowth?.Invoke(document, random.Next(1_000));
            cache.Bytes.ShouldBeLessThanOrEqualTo(200_000);
        }
    }

    [Fact]
    public void A_document_that_is_too_large_is_not_kept()
    {
        var document = Prepare($"{{ {new string(' ', 10_000)}a }}");
        var cache = new DocumentCache(maxBytes: document.Bytes);

        cache.Add(document);

        cache.Find(document.Text).ShouldBeNull();
        cache.Bytes.ShouldBe(0);
    }

    private PreparedDocument Prepare(string text) => new(engine.Engine.Schema, text, Parser.Parse(text));
}
