using PaperGraph.GraphQL.Http.Sending;

namespace PaperGraph.GraphQL.Http.Tests.Sending;

public sealed class ResponseSenderTests
{
    private readonly ResponseSender sender = new(new GraphQLHttpOptions(), TimeProvider.System);

    [Fact]
    public void A_response_whose_time_is_over_while_it_is_written_is_an_error_in_its_stead()
    {
        sender.TryBuffer(_ => throw new OperationCanceledException(), out _, out var error).ShouldBeFalse();

        (error!.Code, error.Message).ShouldBe(
            ("TIME_LIMIT", "The response was not written within the limit MaxTime. Ask for fewer fields or shorter lists."));
    }

    [Fact]
    public void What_goes_wrong_while_it_is_written_is_no_limit() =>
        Should.Throw<InvalidOperationException>(() => sender.TryBuffer(_ => throw new InvalidOperationException(), out _, out _));
}
