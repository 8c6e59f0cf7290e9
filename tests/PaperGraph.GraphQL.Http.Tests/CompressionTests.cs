using PaperGraph.GraphQL.Http.Tests.Support;

namespace PaperGraph.GraphQL.Http.Tests;

public sealed class CompressionTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Theory]
    [InlineData("br", 2_000, "br")]
    [InlineData("gzip", 2_000, "gzip")]
    [InlineData("gzip", 100_000, "gzip")]
    [InlineData("zstd", 2_000, null)]
    [InlineData("gzip", 100, null)]
    public async Task Long_responses_are_compressed_for_those_who_take_it(string taken, int length, string? encoding)
    {
        var answer = await AskAsync(server, taken, length);

        (answer.Message.Content.Headers.ContentEncoding.SingleOrDefault(), answer.ContentType)
            .ShouldBe((encoding, "application/json; charset=utf-8"));
        if (encoding is null) answer.Body.ShouldContain(new string('a', length));
    }

    [Theory]
    [InlineData("subscription{counts(to:200)}", "text/event-stream")]
    [InlineData("{letters(count:2000)}", "text/event-stream")]
    [InlineData("{hello ... @defer {letters(count:2000)}}", "multipart/mixed")]
    public async Task A_response_that_comes_in_parts_is_not_compressed(string query, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, $"?query={query}"));
        request.Headers.Add("Accept-Encoding", "gzip");
        request.Headers.Add("Accept", type == "multipart/mixed" ? "application/json, multipart/mixed" : type);

        var answer = await Client.SendAsync(request);

        answer.ContentType.ShouldStartWith(type);
        answer.Message.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    [Fact]
    public async Task Compression_can_be_turned_off()
    {
        await using var plain = await GraphQLServer.StartAsync(options => options.Compress = false);

        (await AskAsync(plain, "gzip", 2_000)).Message.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    private static async Task<Answer> AskAsync(GraphQLServer server, string taken, int length)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, $"?query={{letters(count:{length})}}"));
        request.Headers.Add("Accept-Encoding", taken);
        return await Client.SendAsync(request);
    }
}
