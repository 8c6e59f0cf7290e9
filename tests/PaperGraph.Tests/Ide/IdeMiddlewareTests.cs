using System.Net;
using System.Text.RegularExpressions;
using PaperGraph.Ide;

namespace PaperGraph.Tests.Ide;

public sealed partial class IdeMiddlewareTests : IAsyncLifetime
{
    private IdeHost host = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        host = await IdeHost.StartAsync(IdePage.Plain(typeof(IdePage).Assembly));
        client = host.CreateClient();
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", true)]
    [InlineData("text/html", true)]
    [InlineData("application/json;q=0.5, text/html", true)]
    [InlineData("application/json, text/html", true)]
    [InlineData("text/html;q=0.5, application/json", false)]
    [InlineData("text/html;q=0.5, application/graphql-response+json;q=0.9", false)]
    [InlineData("text/html;q=0", false)]
    [InlineData("text/event-stream", false)]
    [InlineData("application/graphql-response+json", false)]
    [InlineData("*/*", false)]
    [InlineData("not a media type", false)]
    [InlineData(null, false)]
    public void Html_is_sent_to_those_who_ask_for_it_first(string? accept, bool html) =>
        IdeMiddleware.PrefersHtml(accept).ShouldBe(html);

    [Fact]
    public async Task A_browser_gets_the_page_with_the_examples_in_it()
    {
        using var response = await GetAsync("/graphql", "text/html");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        response.Headers.Vary.ShouldBe(["Accept"]);
        response.Headers.CacheControl!.ToString().ShouldBe("no-cache");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self';");
        var html = await response.Content.ReadAsStringAsync();
        html.ShouldContain("query Connections");
        html.ShouldNotContain("{{");
    }

    [Fact]
    public async Task A_browser_that_follows_a_link_with_a_query_gets_the_page_too()
    {
        using var response = await GetAsync("/graphql?query=%7B__typename%7D", "text/html,*/*;q=0.8");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    [Fact]
    public async Task Whoever_does_not_ask_for_html_gets_to_the_endpoint_and_caches_are_told_what_decided()
    {
        using var response = await GetAsync("/graphql?query=%7B__typename%7D", "application/json");

        response.Headers.Vary.ShouldBe(["Accept"]);
        (await response.Content.ReadAsStringAsync()).ShouldBe(IdeHost.Answer);
    }

    [Fact]
    public async Task A_posted_query_gets_to_the_endpoint_whatever_it_accepts()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Headers = { { "Accept", "text/html" } } };
        using var response = await client.SendAsync(request);

        (await response.Content.ReadAsStringAsync()).ShouldBe(IdeHost.Answer);
    }

    [Fact]
    public async Task Addresses_beside_the_endpoint_are_none_of_its_business()
    {
        using var response = await GetAsync("/graphqlx", "text/html");
        using var below = await GetAsync("/graphql/other", "text/html");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        below.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_asset_of_the_page_is_there_and_may_be_kept_for_a_year()
    {
        foreach (var address in await AssetsOfThePageAsync())
        {
            using var response = await GetAsync(address, "*/*");

            response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            response.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
            response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            response.Content.Headers.ContentType!.MediaType
                .ShouldBe(address.EndsWith(".js", StringComparison.Ordinal) ? "text/javascript" : "text/css");
        }
    }

    [Fact]
    public async Task Assets_of_another_version_and_unknown_ones_are_not_found()
    {
        var known = (await AssetsOfThePageAsync())[0];

        using var unknown = await GetAsync(known + "x", "*/*");
        using var otherVersion = await GetAsync("/graphql/assets/0000/plain.js", "*/*");

        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        otherVersion.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Assets_can_only_be_read()
    {
        using var response = await client.DeleteAsync((await AssetsOfThePageAsync())[0]);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET", "HEAD"]);
    }

    [Fact]
    public async Task Below_another_base_path_the_assets_are_found_below_it()
    {
        await using var mounted = await IdeHost.StartAsync(IdePage.Plain(typeof(IdePage).Assembly), "/papers");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(mounted.Address, "/papers/graphql"));
        request.Headers.Add("Accept", "text/html");
        using var response = await client.SendAsync(request);

        AssetAddress().Match(await response.Content.ReadAsStringAsync()).Value.ShouldStartWith("/papers/graphql/assets/");
    }

    [SkippableFact]
    public async Task Compressed_assets_are_sent_as_they_are_or_unpacked_as_the_client_likes()
    {
        GraphiQL.Require();
        var graphiQL = IdePage.GraphiQL(typeof(IdePage).Assembly)!;
        await using var bundled = await IdeHost.StartAsync(graphiQL);
        var address = new Uri(bundled.Address, $"/graphql/assets/{graphiQL.Files.Assets.Version}/main.js");
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "gzip" } } };
        using var compressed = await client.SendAsync(request);
        using var plain = await client.GetAsync(address);

        compressed.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        plain.Content.Headers.ContentEncoding.ShouldBeEmpty();
        compressed.Headers.Vary.ShouldBe(["Accept-Encoding"]);
        await using var unpacked = new System.IO.Compression.GZipStream(
            await compressed.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        (await reader.ReadToEndAsync()).ShouldBe(await plain.Content.ReadAsStringAsync());
    }

    private async Task<List<string>> AssetsOfThePageAsync()
    {
        using var response = await GetAsync("/graphql", "text/html");
        var addresses = AssetAddress().Matches(await response.Content.ReadAsStringAsync()).Select(match => match.Value).ToList();
        addresses.Count.ShouldBe(2);
        return addresses;
    }

    private async Task<HttpResponseMessage> GetAsync(string address, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await client.SendAsync(request);
    }

    [GeneratedRegex("/[a-z/]+/assets/[^\"]+", RegexOptions.NonBacktracking)]
    private static partial Regex AssetAddress();
}
