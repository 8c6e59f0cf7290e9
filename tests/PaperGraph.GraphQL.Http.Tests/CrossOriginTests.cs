using PaperGraph.GraphQL.Http.Tests.Support;

namespace PaperGraph.GraphQL.Http.Tests;

public sealed class CrossOriginTests
{
    private const string Dashboards = "https://dashboards.example.org";

    [Theory]
    [InlineData(new[] { Dashboards }, Dashboards, Dashboards)]
    [InlineData(new[] { Dashboards }, "https://elsewhere.example.org", null)]
    [InlineData(new[] { "*" }, Dashboards, "*")]
    [InlineData(new string[0], Dashboards, null)]
    public async Task Pages_of_allowed_sites_may_read_the_answer(string[] allowed, string origin, string? header)
    {
        await using var server = await StartAsync(allowed);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, "?query={hello}"));
        request.Headers.Add("Origin", origin);

        var answer = await Client.SendAsync(request);

        answer.Status.ShouldBe(200);
        Header(answer, "Access-Control-Allow-Origin").ShouldBe(header);
        Header(answer, "Access-Control-Allow-Credentials").ShouldBeNull();
    }

    [Fact]
    public async Task A_preflight_request_allows_them_to_post_JSON()
    {
        await using var server = await StartAsync(Dashboards);
        using var request = new HttpRequestMessage(HttpMethod.Options, server.Address);
        request.Headers.Add("Origin", Dashboards);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type");

        var answer = await Client.SendAsync(request);

        (answer.Status, answer.Body).ShouldBe((204, ""));
        Header(answer, "Access-Control-Allow-Origin").ShouldBe(Dashboards);
        Header(answer, "Access-Control-Allow-Headers").ShouldBe("content-type");
        Header(answer, "Access-Control-Allow-Methods").ShouldBe("GET,POST,PUT,DELETE");
    }

    private static Task<GraphQLServer> StartAsync(params string[] allowed) => GraphQLServer.StartAsync(options =>
    {
        foreach (var origin in allowed) options.AllowedOrigins.Add(origin);
    });

    private static string? Header(Answer answer, string name) =>
        answer.Message.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;
}
