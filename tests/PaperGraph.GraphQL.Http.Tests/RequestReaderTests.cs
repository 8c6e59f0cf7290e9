using System.Text;
using PaperGraph.GraphQL.Http.Tests.Support;

namespace PaperGraph.GraphQL.Http.Tests;

public sealed class RequestReaderTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private readonly Client client = new(server);

    [Theory]
    [InlineData("""{"query":"{ hello }"}""", """{"data":{"hello":"Hello, world!"}}""")]
    [InlineData("\uFEFF{\"query\":\"{ hello }\"}", """{"data":{"hello":"Hello, world!"}}""")]
    [InlineData("""{"query":"{ hello }","variables":null,"operationName":null,"extensions":null}""",
        """{"data":{"hello":"Hello, world!"}}""")]
    [InlineData("""{"query":"{ hello }","extensions":{"a":[1]},"id":7,"more":{"query":1}}""", """{"data":{"hello":"Hello, world!"}}""")]
    [InlineData("""{"operationName":"B","query":"query A { hello } query B { b: hello }"}""", """{"data":{"b":"Hello, world!"}}""")]
    [InlineData("""{"variables":{"n":"\ud83c\udfc3 \"é\""},"query":"query ($n: String) { hello(name: $n) }"}""",
        """{"data":{"hello":"Hello, \uD83C\uDFC3 \"é\"!"}}""")]
    [InlineData("""{"query":"mutation { count }"}""", """{"data":{"count":1}}""")]
    public async Task A_body_is_a_request(string body, string expected)
    {
        var answer = await client.PostAsync(body);

        (answer.Status, answer.Body).ShouldBe((200, expected));
    }

    [Theory]
    [InlineData("", "The body is empty. Send a JSON object, such as {\"query\": \"{ __typename }\"}.")]
    [InlineData("{}", "The request has no query. Send one, such as {\"query\": \"{ __typename }\"}.")]
    [InlineData("""{"qeury":"{ hello }"}""", "The request has no query. Send one, such as {\"query\": \"{ __typename }\"}.")]
    [InlineData("""[{"query":"{ hello }"}]""",
        "The body is an array. Send one request as a JSON object, such as {\"query\": \"{ __typename }\"}.")]
    [InlineData("""{"query":1}""", "query is a number. Send a string.")]
    [InlineData("""{"query":{}}""", "query is an object. Send a string.")]
    [InlineData("""{"query":"{ hello }","operationName":false}""", "operationName is a boolean. Send a string.")]
    [InlineData("""{"query":"{ hello }","documentId":[]}""", "documentId is an array. Send a string.")]
    [InlineData("""{"query":"{ hello }","variables":"{}"}""", "variables is a string. Send a JSON object.")]
    [InlineData("""{"query":"{ hello }","extensions":0}""", "extensions is a number. Send a JSON object.")]
    [InlineData("""{"query":"{ hello }","query":"{ hello }"}""", "The body gives query twice. Give it once.")]
    [InlineData("{ hello }",
        "The body cannot be read as JSON, at line 1, byte 3: 'h' is an invalid start of a property name. Expected a '\"'.")]
    [InlineData("""{"query":"{ hello }"} more""",
        "The body cannot be read as JSON, at line 1, byte 23: 'm' is invalid after a single JSON value. Expected end of data.")]
    [InlineData("""{"query":"\udc00"}""", "The body has an escape that is half a surrogate pair, at byte 10. Send both halves.")]
    [InlineData("""{"query":"{ hello }\u0000"}""", "query has a character U+0000. Send it without.")]
    [InlineData("""{"query":"{ hello }","operationName":"\u0000"}""", "operationName has a character U+0000. Send it without.")]
    [InlineData("""{"documentId":"a\u0000"}""", "documentId has a character U+0000. Send it without.")]
    [InlineData("""{"query":"{ hello }","operationName":"\ud800"}""",
        "The body has an escape that is half a surrogate pair, at byte 38. Send both halves.")]
    [InlineData("""{"documentId":"\udfff\ud800"}""",
        "The body has an escape that is half a surrogate pair, at byte 15. Send both halves.")]
    [InlineData("""{"query":"{ hello }","variables":{"a":[{"\uDC00":1}]}}""",
        "The body has an escape that is half a surrogate pair, at byte 41. Send both halves.")]
    [InlineData("""{"query":"{ hello }","more":"\uD83c"}""",
        "The body has an escape that is half a surrogate pair, at byte 29. Send both halves.")]
    [InlineData("""{"query":"{ hello }","variables":{"a":[}}""",
        "The body cannot be read as JSON, at line 1, byte 40: '}' is an invalid start of a value.")]
    [InlineData("""{"query":"{ hello }","more":[}""",
        "The body cannot be read as JSON, at line 1, byte 30: '}' is an invalid start of a value.")]
    public async Task What_is_wrong_with_a_body_is_told(string body, string message)
    {
        var answer = await client.PostAsync(body);

        (answer.Status, answer.Errors()).ShouldBe((400, $"BAD_REQUEST {message}"));
    }

    [Fact]
    public async Task A_body_that_is_not_UTF8_is_refused()
    {
        var answer = await client.PostAsync(Encoding.Latin1.GetBytes("""{"query":"{ hello(name: \"Zoë\") }"}"""));

        (answer.Status, answer.Errors()).ShouldBe((400, "BAD_REQUEST The body is not UTF-8. Send JSON encoded in UTF-8."));
    }

    [Fact]
    public async Task Variables_nested_fifty_thousand_deep_are_refused()
    {
        var deep = new string('[', 50_000) + new string(']', 50_000);
        var answer = await client.PostAsync($$$"""{"query":"{ hello }","variables":{"a":{{{deep}}}}}""");

        answer.Status.ShouldBe(400);
        answer.Errors().ShouldStartWith(
            "BAD_REQUEST The body cannot be read as JSON, at line 1, byte 117: The maximum configured depth of 80");
    }

    [Theory]
    [InlineData("text/plain", "text/plain")]
    [InlineData("application/x-www-form-urlencoded", "application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=a", "multipart/form-data; boundary=a")]
    [InlineData("application/json; charset=utf-16", "application/json; charset=utf-16")]
    [InlineData("text/plain, application/json", "text/plain, application/json")]
    [InlineData(null, "of no stated type")]
    public async Task What_a_form_of_another_site_can_send_is_refused(string? contentType, string named)
    {
        var answer = await client.PostAsync("""{"query":"mutation { count }"}""", Client.Json, contentType);

        (answer.Status, answer.Errors()).ShouldBe((
            415, $"UNSUPPORTED_MEDIA_TYPE The body is {named}. Send JSON in UTF-8 with the header Content-Type: application/json."));
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON;charset=\"UTF-8\"")]
    public async Task JSON_in_UTF8_is_taken_however_its_type_is_written(string contentType) =>
        (await client.PostAsync("""{"query":"{ hello }"}""", Client.Json, contentType)).Status.ShouldBe(200);

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        using var content = new StringContent("{}");
        content.Headers.ContentEncoding.Add("gzip");
        content.Headers.ContentType = new("application/json");
        var answer = await client.SendAsync(HttpMethod.Post, content: content);

        (answer.Status, answer.Errors()).ShouldBe((
            415, "UNSUPPORTED_MEDIA_TYPE The body is encoded as gzip. Send it as it is, without a header Content-Encoding."));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_refused_whether_or_not_its_length_is_stated(bool stated)
    {
        await using var small = await GraphQLServer.StartAsync(options => options.MaxBodySize = 50);
        using var request = new HttpRequestMessage(HttpMethod.Post, small.Address);
        request.Content = new StringContent(
            """{"query":"{ hello }","extensions":{"padding":"......"}}""", Encoding.UTF8, "application/json");
        request.Headers.TransferEncodingChunked = !stated;

        var answer = await Client.SendAsync(request);

        (answer.Status, answer.Errors()).ShouldBe((413, "REQUEST_TOO_LARGE The body is longer than 50 bytes, "
            + "which is the limit MaxBodySize. Send a shorter document or fewer variables."));
    }

    [Fact]
    public async Task A_long_body_is_put_together()
    {
        var name = new string('n', 500_000);
        var answer = await client.PostAsync($$$"""{"query":"query ($n: String) { hello(name: $n) }","variables":{"n":"{{{name}}}"}}""");

        (answer.Status, answer.Body).ShouldBe((200, $$$"""{"data":{"hello":"Hello, {{{name}}}!"}}"""));
    }
}
