using PaperGraph.GraphQL.Http.Tests.Support;

namespace PaperGraph.GraphQL.Http.Tests.Documents;

public sealed class PersistedRequestsTests : IAsyncLifetime
{
    private readonly string manifest = Path.GetTempFileName();
    private GraphQLServer server = null!;
    private Client client = null!;

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(manifest, """
            {
              "hello": "query ($n: String = \"you\") { hello(name: $n) }",
              "count": "mutation { count }",
              "fails": "{ fails }"
            }
            """);
        server = await GraphQLServer.StartAsync(options => options.PersistedDocuments = manifest);
        client = new Client(server);
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        File.Delete(manifest);
    }

    [Fact]
    public async Task A_document_is_named_by_its_id()
    {
        var got = await client.GetAsync("""?documentId=hello&variables={"n":"me"}""");
        var posted = await client.PostAsync("""{"documentId":"count"}""");

        (got.Status, got.Body).ShouldBe((200, """{"data":{"hello":"Hello, me!"}}"""));
        (posted.Status, posted.Body).ShouldBe((200, """{"data":{"count":1}}"""));
    }

    [Theory]
    [InlineData("""{"documentId":"none"}""", 404,
        "DOCUMENT_NOT_FOUND The server holds no document with the id \"none\". Send one that it holds, or the document's text as query.")]
    [InlineData("""{"documentId":"hello","query":"{ hello }"}""", 400,
        "BAD_REQUEST The request has a query and a documentId. Send one of them.")]
    public async Task What_is_wrong_is_told(string body, int status, string error)
    {
        var answer = await client.PostAsync(body);

        (answer.Status, answer.Errors()).ShouldBe((status, error));
    }

    [Fact]
    public async Task A_mutation_is_refused_by_GET_all_the_same()
    {
        var answer = await client.GetAsync("?documentId=count");

        (answer.Status, answer.Errors()).ShouldBe((405, "OPERATION_NOT_ALLOWED GET answers queries only. Send mutations by POST."));
        (answer.Message.Headers.ETag, answer.Message.Headers.CacheControl!.ToString()).ShouldBe((null, "no-store"));
    }

    [Fact]
    public async Task Other_documents_can_be_forbidden()
    {
        await using var strict = await GraphQLServer.StartAsync(options =>
        {
            options.PersistedDocuments = manifest;
            options.OnlyPersistedDocuments = true;
        });

        var own = await new Client(strict).PostAsync("""{"query":"{ hello }"}""");
        var known = await new Client(strict).GetAsync("?documentId=hello");

        (own.Status, own.Errors()).ShouldBe((
            403, "DOCUMENT_NOT_ALLOWED Only documents that the server holds are answered. Send the id of one as documentId."));
        known.Status.ShouldBe(200);
    }

    [Fact]
    public async Task Who_holds_a_result_is_told_that_it_is_still_the_same()
    {
        var first = await client.GetAsync("?documentId=hello");
        var tag = first.Message.Headers.ETag!;
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, "?documentId=hello"));
        again.Headers.IfNoneMatch.Add(tag);
        using var other = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, """?documentId=hello&variables={"n":"me"}"""));
        other.Headers.IfNoneMatch.Add(tag);

        var same = await Client.SendAsync(again);
        var changed = await Client.SendAsync(other);

        first.Message.Headers.CacheControl!.ToString().ShouldBe("no-cache");
        first.Message.Headers.Vary.ShouldBe(["Accept", "GraphQL-Cost"]);
        (same.Status, same.Body, same.Message.Headers.ETag).ShouldBe((304, "", tag));
        (changed.Status, changed.Body).ShouldBe((200, """{"data":{"hello":"Hello, me!"}}"""));
    }

    [Fact]
    public async Task A_result_may_be_kept_for_as_long_as_the_host_says()
    {
        await using var keeping = await GraphQLServer.StartAsync(options =>
        {
            options.PersistedDocuments = manifest;
            options.MaxAge = 60;
        });

        var answer = await new Client(keeping).GetAsync("?documentId=hello");

        answer.Message.Headers.CacheControl!.ToString().ShouldBe("public, max-age=60");
    }

    [Theory]
    [InlineData("?documentId=fails")]
    [InlineData("?query={hello}")]
    public async Task Nothing_else_is_marked_to_be_kept(string query)
    {
        var answer = await client.GetAsync(query);

        (answer.Status, answer.Message.Headers.ETag, answer.Message.Headers.CacheControl).ShouldBe((200, null, null));
    }
}
