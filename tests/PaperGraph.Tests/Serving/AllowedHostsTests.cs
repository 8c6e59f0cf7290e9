using PaperGraph.Serving;

namespace PaperGraph.Tests.Serving;

public sealed class AllowedHostsTests
{
    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.1:0", "https://[::1]:8443")]
    [InlineData("http://LOCALHOST")]
    public void At_loopback_addresses_their_names_are_allowed(params string[] addresses) =>
        AllowedHosts.Default(addresses).ShouldBe(["localhost", "127.0.0.1", "[::1]"]);

    [Fact]
    public void The_address_that_was_given_is_allowed() =>
        AllowedHosts.Default(["http://127.0.0.7:5080"]).ShouldBe(["localhost", "127.0.0.1", "[::1]", "127.0.0.7"]);

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.0.2.1")]
    [InlineData("http://papers.example.org")]
    [InlineData("http://localhost.example.org")]
    [InlineData("http://localhost:5080", "http://192.0.2.1:5080")]
    [InlineData("nonsense")]
    [InlineData]
    public void Elsewhere_any_host_is_allowed(params string[] addresses) => AllowedHosts.Default(addresses).ShouldBeNull();
}
