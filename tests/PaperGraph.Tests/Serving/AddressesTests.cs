using PaperGraph.Serving;

namespace PaperGraph.Tests.Serving;

public sealed class AddressesTests
{
    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("http://localhost:8080/")]
    [InlineData("HTTP://LocalHost:8080")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://0.0.0.0:80;http://[::1]:8080")]
    [InlineData("http://*:80; https://+:443")]
    [InlineData("http://10.1.2.3")]
    [InlineData("http://unix:/run/papergraph.sock")]
    public void Addresses_to_listen_on_are_taken(string urls) => Addresses.FindProblem(urls).ShouldBeNull();

    [Theory]
    [InlineData("nonsense", "'nonsense' is no address to listen on. An address looks like http://localhost:8080")]
    [InlineData("localhost:5080", "'localhost:5080' is no address to listen on. An address looks like http://localhost:8080")]
    [InlineData("ftp://localhost:21", "'ftp://localhost:21' is no address to listen on.")]
    [InlineData("http://localhost:80/graph", "'http://localhost:80/graph' is no address to listen on.")]
    [InlineData("http://a b:80", "'http://a b:80' is no address to listen on.")]
    [InlineData("", "An empty text is no address to listen on.")]
    [InlineData(" ; ", "An empty text is no address to listen on.")]
    [InlineData("http://localhost:99999", "'http://localhost:99999' has no port to listen on: 99999 is none from 1 to 65535")]
    [InlineData("http://localhost:80a", "'http://localhost:80a' has no port to listen on: 80a is none from 1 to 65535")]
    [InlineData("http://localhost:", "'http://localhost:' has no port to listen on:")]
    [InlineData("http://localhost:-1", "'http://localhost:-1' has no port to listen on:")]
    [InlineData("http://localhost:0", "'http://localhost:0' is not to be had: for a port that is free give http://127.0.0.1:0.")]
    [InlineData("http://example.org:80", "'example.org' is no address to listen on: give an IP address of this machine, localhost, or *")]
    [InlineData("http://localhost:80;http://[::x]:80", "'[::x]' is no address to listen on: give an IP address")]
    public void What_Kestrel_would_refuse_with_a_stack_trace_or_take_for_something_else_is_a_sentence(string urls, string sentence) =>
        Addresses.FindProblem(urls).ShouldNotBeNull().ShouldStartWith(sentence);
}
