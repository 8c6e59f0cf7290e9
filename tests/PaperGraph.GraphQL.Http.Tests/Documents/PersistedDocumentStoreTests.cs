using PaperGraph.GraphQL.Http.Documents;
using PaperGraph.GraphQL.Http.Tests.Support;

namespace PaperGraph.GraphQL.Http.Tests.Documents;

public sealed class PersistedDocumentStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("papergraph-documents-").FullName;

    [Fact]
    public void A_folder_gives_its_files_by_their_names()
    {
        Write("greeting.graphql", "{ hello }");
        Write("notes.txt", "not a document");

        var documents = PersistedDocumentStore.Read(folder);

        (documents.Count, documents.Find("greeting"), documents.Find("notes")).ShouldBe((1, "{ hello }", null));
    }

    [Theory]
    [InlineData("Relay", """{ "a1": "{ hello }", "b2": "{ other }" }""")]
    [InlineData("Apollo", """
        {
          "format": "apollo-persisted-query-manifest",
          "version": 1,
          "operations": [
            { "id": "a1", "name": "A", "type": "query", "body": "{ hello }" },
            { "id": "b2", "name": "B", "type": "query", "body": "{ other }" }
          ]
        }
        """)]
    public void A_manifest_gives_its_texts_by_their_ids(string format, string manifest)
    {
        var documents = PersistedDocumentStore.Read(Write("manifest.json", manifest));

        (documents.Find("a1"), documents.Find("b2"), documents.Find("A1")).ShouldBe(("{ hello }", "{ other }", null), format);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{ "a1": 1 }""")]
    [InlineData("""{ "operations": [{ "id": "a1" }] }""")]
    public void A_file_that_is_no_manifest_is_refused(string text)
    {
        var file = Write("manifest.json", text);

        Should.Throw<PersistedDocumentsException>(() => PersistedDocumentStore.Read(file)).Message.ShouldStartWith(
            $"{file} is no manifest of documents: expected an object of ids and texts, or one whose entry \"operations\" lists objects "
            + "with \"id\" and \"body\". ");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told() =>
        Should.Throw<PersistedDocumentsException>(() => PersistedDocumentStore.Read(Path.Combine(folder, "none"))).Message
            .ShouldBe(
                $"{Path.Combine(folder, "none")} is neither a folder nor a manifest of documents. Correct the option PersistedDocuments.");

    [Fact]
    public async Task Documents_of_a_folder_that_cannot_be_executed_stop_the_start()
    {
        Write("greeting.graphql", "{ hello }");
        var list = Write("list.graphql", """
            query List($unused: Int) {
              hellos
            }
            """);
        var half = Write("half.graphql", "{ hello");

        var failure = await Should.ThrowAsync<PersistedDocumentsException>(
            GraphQLServer.StartAsync(options => options.PersistedDocuments = folder));

        failure.Message.ShouldBe($"""
            2 of the 3 documents of the option PersistedDocumentStore cannot be executed against the schema:
              {half} (1:8): Syntax Error: Expected Name, found <EOF>. [GRAPHQL_PARSE_FAILED]
              {list} (2:3): Cannot query field "hellos" on type "Query". Did you mean "hello"? [FieldsOnCorrectType]
              {list} (1:12): Variable "$unused" is never used in operation "List". [NoUnusedVariables]
            Correct them, or take them out.
            """);
    }

    [Fact]
    public async Task A_document_of_a_manifest_that_cannot_be_executed_is_named_by_its_id()
    {
        var manifest = Write("manifest.json", """{ "operations": [{ "id": "a1", "body": "{ helo }" }] }""");

        var failure = await Should.ThrowAsync<PersistedDocumentsException>(
            GraphQLServer.StartAsync(options => options.PersistedDocuments = manifest));

        failure.Message.ShouldContain($"\n  {manifest}, \"a1\" (1:3): Cannot query field \"helo\"");
    }

    [Fact]
    public async Task Of_many_broken_documents_the_first_are_told()
    {
        for (var number = 10; number < 25; number++) Write($"{number}.graphql", "{ helo }");

        var failure = await Should.ThrowAsync<PersistedDocumentsException>(
            GraphQLServer.StartAsync(options => options.PersistedDocuments = folder));

        failure.Message.ShouldStartWith("15 of the 15 documents");
        failure.Message.ShouldContain("19.graphql");
        failure.Message.ShouldNotContain("20.graphql");
        failure.Message.ShouldContain("\n  and 5 more documents\n");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
