namespace PaperGraph.GraphQL.Http.Tests;

public sealed class MediaTypesTests
{
    [Theory]
    [InlineData(null, "Json")]
    [InlineData("", "Json")]
    [InlineData("*/*", "Json")]
    [InlineData("application/*", "Json")]
    [InlineData("application/json", "Json")]
    [InlineData("Application/JSON; charset=UTF-8", "Json")]
    [InlineData("application/graphql-response+json", "GraphQLResponse")]
    [InlineData("application/graphql-response+json; charset=\"utf-8\"", "GraphQLResponse")]
    [InlineData("application/graphql-response+json, application/json;q=0.9", "GraphQLResponse")]
    [InlineData("application/graphql-response+json;q=0.5, application/json;q=0.9", "Json")]
    [InlineData("application/json, application/graphql-response+json", "GraphQLResponse")]
    [InlineData("application/json, multipart/mixed", "Json")]
    [InlineData("application/json, */*", "Json")]
    [InlineData("application/graphql-response+json, */*", "GraphQLResponse")]
    [InlineData("application/json;q=0, */*", "GraphQLResponse")]
    [InlineData("application/graphql-response+json;q=0, application/*;q=0.1", "Json")]
    [InlineData("text/html, */*;q=0.1", "Json")]
    [InlineData("text/event-stream", "EventStream")]
    [InlineData("text/event-stream, application/json;q=0.1", "Json")]
    [InlineData("multipart/mixed", "Parts")]
    [InlineData("multipart/mixed;deferSpec=20220824", "Parts")]
    [InlineData("multipart/mixed;deferSpec=20220824, application/json", "Json")]
    [InlineData("multipart/mixed, text/event-stream", "EventStream")]
    [InlineData("multipart/mixed;q=0", null)]
    [InlineData("multipart/mixed;deferSpec=20990101", null)]
    [InlineData("multipart/mixed;boundary=graphql;subscriptionSpec=1.0", null)]
    [InlineData("text/*", null)]
    [InlineData("text/html", null)]
    [InlineData("application/json;q=0", null)]
    [InlineData("application/json; charset=utf-16", null)]
    [InlineData("nonsense", null)]
    public void The_response_is_what_the_client_likes_best(string? accept, string? chosen) =>
        MediaTypes.Choose(accept)?.ToString().ShouldBe(chosen);

    [Theory]
    [InlineData("multipart/mixed", "Ids")]
    [InlineData("multipart/mixed;boundary=\"graphql\"", "Ids")]
    [InlineData("multipart/mixed;incrementalSpec=v0.2", "Ids")]
    [InlineData("multipart/mixed;deferSpec=20220824", "Paths")]
    [InlineData("multipart/mixed;deferSpec=20220824;q=0.5, multipart/mixed", "Ids")]
    [InlineData("multipart/mixed;deferSpec=20220824, multipart/mixed;q=0.5", "Paths")]
    [InlineData("multipart/mixed;deferSpec=20990101, multipart/mixed;deferSpec=20220824", "Paths")]
    [InlineData("multipart/*, */*", null)]
    [InlineData("application/json", null)]
    [InlineData("nonsense", null)]
    public void Parts_come_in_the_format_that_the_client_names(string accept, string? format) =>
        MediaTypes.TakenParts(accept)?.ToString().ShouldBe(format);

    [Fact]
    public void Accept_may_be_given_in_several_headers() =>
        MediaTypes.Choose(new(["text/html", "application/graphql-response+json"])).ShouldBe(ResponseMediaType.GraphQLResponse);
}
