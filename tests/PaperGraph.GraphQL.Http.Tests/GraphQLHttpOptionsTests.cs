using Microsoft.Extensions.Options;
using PaperGraph.GraphQL.Http.Tests.Support;

namespace PaperGraph.GraphQL.Http.Tests;

public sealed class GraphQLHttpOptionsTests
{
    [Fact]
    public void A_body_may_have_a_mebibyte_and_a_thousand_requests_run_at_once()
    {
        var options = new GraphQLHttpOptions();

        (options.MaxBodySize, options.MaxConcurrentRequests).ShouldBe((1_048_576, 1_000));
    }

    [Fact]
    public async Task A_limit_out_of_its_range_stops_the_start()
    {
        var failure = await Should.ThrowAsync<OptionsValidationException>(() =>
            GraphQLServer.StartAsync(options => options.MaxBodySize = 0));

        failure.Message.ShouldBe("DataAnnotation validation failed for 'GraphQLHttpOptions' members: 'MaxBodySize' with the error: "
            + "'The field MaxBodySize must be between 1 and 2147483647.'.");
    }
}
