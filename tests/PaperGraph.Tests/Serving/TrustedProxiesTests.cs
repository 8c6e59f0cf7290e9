using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using PaperGraph.Commands;
using PaperGraph.Serving;

namespace PaperGraph.Tests.Serving;

public sealed class TrustedProxiesTests
{
    private const string Forwarded = "https://papers.example.org/graph from 192.0.2.1";

    [Theory]
    [InlineData(null, "http://127.0.0.1 from 127.0.0.1")]
    [InlineData("10.0.0.7", "http://127.0.0.1 from 127.0.0.1")]
    [InlineData("127.0.0.1", Forwarded)]
    [InlineData("127.0.0.0/8", Forwarded)]
    public async Task Only_trusted_proxies_say_where_a_request_came_from(string? trusted, string seen) =>
        (await SeenAsync(trusted, "192.0.2.1")).ShouldBe(seen);

    [Fact]
    public async Task What_stands_before_an_address_that_is_not_trusted_is_hearsay() =>
        (await SeenAsync("127.0.0.1", "198.51.100.1, 192.0.2.1")).ShouldBe(Forwarded);

    [Fact]
    public void What_is_no_proxy_is_a_sentence() =>
        Should.Throw<CommandFailure>(() => Create("proxy.example.org")).Message.ShouldBe(
            "'proxy.example.org' in the setting TrustedProxies is no proxy. "
            + "Write its address, such as 10.0.0.7, or a network, such as 10.0.0.0/8.");

    private static async Task<string> SeenAsync(string? trusted, string forwardedFor)
    {
        await using var app = Create(trusted);
        await app.StartAsync();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, app.Urls.Single());
        request.Headers.Host = "127.0.0.1";
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "papers.example.org");
        request.Headers.Add("X-Forwarded-Prefix", "/graph");
        return await (await client.SendAsync(request)).Content.ReadAsStringAsync();
    }

    private static WebApplication Create(string? trusted)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        if (trusted is not null)
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["TrustedProxies:0"] = trusted });

        var app = builder.Build();
        TrustedProxies.Use(app);
        app.Run(http => http.Response.WriteAsync(
            $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase} from {http.Connection.RemoteIpAddress!.MapToIPv4()}"));
        return app;
    }
}
