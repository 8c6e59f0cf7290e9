using System.Text;
using PaperGraph.GraphQL.Http.Tests.Support;

namespace PaperGraph.GraphQL.Http.Tests;

/// <summary>Whatever bytes come over a connection, nothing goes wrong inside.</summary>
public sealed class HostileRequestsTests
{
    private const int Requests = 1_000;

    private static readonly string[] Texts =
    [
        "", "\0", "a\0b", "\ud83d\ude80", "\uFEFF", "\u202E", "é", "%", "%00", "%ED%A0%80", "%FF", "%u0000", "+", "&", "=", "#", "\"", "\\",
        "'", "{", "}", "{ hello }", "{hello}", "query A { hello } query B { hello }", "mutation { count }",
        "subscription { counts(to: 1) }", "{ fails", "{ ... @defer { hello } }", "{ letters(count: 1) }",
        "query ($n: Int!) { letters(count: $n) }", "{ hello(name: \"\\u0000\") }", "{ hello(name: \"\\uD800\") }",
        "fragment F on Query { ...F } { ...F }", "null", "true", "0", "-1e999", "1e400", "[]", "[[[[[[", "{}", "{\"n\":1}",
        "{\"n\":\"\\u0000\"}", "{\"n\":\"\\ud800\"}", "{\"\\ud800\":1}", "{\"cost\":\"report\"}", "{\"cost\":{}}", "{\"operationId\":1}",
        "{\"operationId\":\"1\"}", "../../etc/passwd", "00000000000000000000000000000000",
    ];

    private static readonly string[] Methods =
        ["GET", "GET", "GET", "POST", "POST", "POST", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "get",
            "X-Y"];

    private static readonly string[] Parameters =
        ["query", "variables", "operationName", "documentId", "extensions", "token", "operationId", "QUERY", "query[]", "more"];

    private static readonly string[] Headers =
    [
        "Accept", "Accept-Encoding", "Content-Type", "Content-Encoding", "GraphQL-Cost", "If-None-Match", "Origin",
        "X-GraphQL-Event-Stream-Token", "Access-Control-Request-Method", "Expect", "Transfer-Encoding", "Upgrade", "Cookie", "Range",
    ];

    private static readonly string[] HeaderValues =
    [
        "*/*", "application/json", "application/json; charset=utf-16", "application/json; charset=\"",
        "application/graphql-response+json;q=2", "text/event-stream", "multipart/mixed", "multipart/mixed;deferSpec=20220824",
        "multipart/mixed;deferSpec=", "multipart/mixed;=;;", "text/html, */*;q=-1", ",,,;;;", "gzip, br", "br;q=0", "identity", "report",
        "validate", "*", "W/\"", "\"a\", W/\"b\"", "null", "https://example.org", "://", "chunked", "websocket", "h2c", "100-continue", "é",
        "\"", "bytes=0-1", "application/x-www-form-urlencoded",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task No_request_is_answered_with_500(int seed)
    {
        await using var server = await GraphQLServer.StartAsync(options => options.AllowedOrigins.Add("https://example.org"));
        var random = new Random(seed);
        var statuses = new HashSet<string>();
        for (var number = 0; number < Requests; number++)
        {
            var (request, isShort) = Request(random);
            using var client = await RawClient.SendAsync(server, request);
            // A client that has ended its side may be taken for gone: only who sends less than it says ends there.
            if (isShort) client.EndSending();

            var (_, answer) = await client.ReadToEndAsync();

            var shown = $"{string.Concat(request.Select(octet => octet is >= 32 and < 127 ? $"{(char)octet}" : $"<{octet}>"))}\n{answer}";
            answer.ShouldNotStartWith("HTTP/1.1 5", customMessage: shown);
            answer.ShouldNotContain("INTERNAL_ERROR", customMessage: shown);
            server.Errors.ShouldBeEmpty(shown);
            statuses.Add(answer.Split(' ').ElementAtOrDefault(1) ?? "none");
        }

        foreach (var status in new[] { "200", "400", "405" }) statuses.ShouldContain(status);
    }

    private static (byte[] Octets, bool IsShort) Request(Random random)
    {
        var body = Body(random);
        var head = new StringBuilder(
            $"{Pick(random, Methods)} /graphql{QueryString(random)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        if (random.Next(4) > 0) head.Append("Content-Type: application/json\r\n");
        for (var count = random.Next(3); count > 0; count--) head.Append($"{Pick(random, Headers)}: {Pick(random, HeaderValues)}\r\n");
        var isShort = body.Length > 0 && random.Next(20) == 0;
        if (body.Length > 0) head.Append($"Content-Length: {body.Length + (isShort ? 7 : 0)}\r\n");
        isShort |= head.ToString().Contains("chunked", StringComparison.Ordinal);
        return ([.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. body], isShort);
    }

    private static string QueryString(Random random)
    {
        if (random.Next(3) == 0) return "";
        var parameters = Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
        {
            var text = Pick(random, Texts);
            return $"{Pick(random, Parameters)}={(random.Next(4) == 0 ? Plain(text) : Uri.EscapeDataString(text))}";
        });
        return "?" + string.Join('&', parameters);
    }

    /// <summary>What a line of a request can hold: others end it before the server sees the rest.</summary>
    private static string Plain(string text) => string.Concat(text.Where(character => character is > ' ' and < '\u007F' and not '#'));

    private static byte[] Body(Random random)
    {
        if (random.Next(4) == 0) return [];
        var members = Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
            $"\"{Pick(random, Parameters)}\":{(random.Next(2) == 0 ? AsJson(Pick(random, Texts)) : Pick(random, Texts))}");
        var body = Encoding.UTF8.GetBytes($"{{{string.Join(',', members)}}}");
        for (var damages = random.Next(4) == 0 ? random.Next(1, 4) : 0; damages > 0; damages--)
            body[random.Next(body.Length)] = (byte)random.Next(256);
        return body;
    }

    private static string AsJson(string text) =>
        $"\"{string.Concat(text.Select(character => character is < ' ' or '"' or '\\' || char.IsSurrogate(character)
            ? $"\\u{(int)character:x4}" : $"{character}"))}\"";

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
