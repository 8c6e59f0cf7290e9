using PaperGraph.GraphQL.Http.Documents;

namespace PaperGraph.GraphQL.Http.Tests.Documents;

public sealed class KnownDocumentsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("papergraph-documents-").FullName;

    [Fact]
    public void A_folder_gives_its_files_by_their_names()
    {
        Write("greeting.graphql", "{ hello }");
        Write("notes.txt", "not a document");

        var documents = KnownDocuments.Read(folder);

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
        var documents = KnownDocuments.Read(Write("manifest.json", manifest));

        (documents.Find("a1"), documents.Find("b2"), documents.Find("A1")).ShouldBe(("{ hello }", "{ other }", null), format);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{ "a1": 1 }""")]
    [InlineData("""{ "operations": [{ "id": "a1" }] }""")]
    public void Another_file_is_refused(string text)
    {
        var file = Write("manifest.json", text);

        Should.Throw<InvalidOperationException>(() => KnownDocuments.Read(file)).Message.ShouldStartWith(
            $"{file} is no manifest of documents: expected an object of ids and texts, or one whose entry \"operations\" lists objects "
            + "with \"id\" and \"body\". ");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told() =>
        Should.Throw<InvalidOperationException>(() => KnownDocuments.Read(Path.Combine(folder, "none"))).Message
            .ShouldBe($"{Path.Combine(folder, "none")} is neither a folder nor a manifest of documents. Correct the option Documents.");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
