using System.Net;
using System.Text.RegularExpressions;

namespace PaperGraph.Tests.Pages;

public sealed partial class WebPageMiddlewareTests : IAsyncLifetime
{
    private static readonly HttpClient Client = new();

    private WebPageHost host = null!;

    public async Task InitializeAsync() => host = await WebPageHost.StartAsync("missing");

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData("/page")]
    [InlineData("/page/")]
    [InlineData("/page?from=2025-01-01")]
    public async Task The_page_is_asked_for_each_time_and_loads_nothing_from_elsewhere(string address)
    {
        using var response = await Client.GetAsync(new Uri(host.Address, address));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        response.Headers.CacheControl!.ToString().ShouldBe("no-cache");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self';");
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("{{");
    }

    [Fact]
    public async Task A_page_that_was_not_built_says_so_and_what_to_do()
    {
        var html = await Client.GetStringAsync(new Uri(host.Address, "/page"));

        html.ShouldContain("Install Node.js 18 or later with npm");
        html.ShouldContain("href=\"/graphql\"");
    }

    [Fact]
    public async Task Its_assets_may_be_kept_for_a_year()
    {
        using var response = await Client.GetAsync(new Uri(host.Address, await AssetAsync(host)));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
    }

    [Fact]
    public async Task Below_another_base_path_the_page_finds_its_assets_and_the_endpoint_below_it()
    {
        await using var mounted = await WebPageHost.StartAsync("missing", "/papers");

        var html = await Client.GetStringAsync(new Uri(mounted.Address, "/papers/page"));
        using var asset = await Client.GetAsync(new Uri(mounted.Address, AssetAddress().Match(html).Value));

        html.ShouldContain("href=\"/papers/graphql\"");
        asset.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_page_can_only_be_read()
    {
        using var response = await Client.DeleteAsync(new Uri(host.Address, "/page"));

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET", "HEAD"]);
    }

    [Theory]
    [InlineData("/pages")]
    [InlineData("/page/other")]
    [InlineData("/page/assets/0000/missing.css")]
    public async Task Addresses_beside_it_are_not_found(string address) =>
        (await Client.GetAsync(new Uri(host.Address, address))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    private static async Task<string> AssetAsync(WebPageHost host) =>
        AssetAddress().Match(await Client.GetStringAsync(new Uri(host.Address, "/page"))).Value;

    [GeneratedRegex("/[a-z/]+/assets/[^\"]+", RegexOptions.NonBacktracking)]
    private static partial Regex AssetAddress();
}
