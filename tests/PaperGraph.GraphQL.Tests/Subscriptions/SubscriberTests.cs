using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests.Subscriptions;

public sealed class SubscriberTests
{
    private readonly TestEvents events = new();
    private static readonly FieldFailure Busy = new("Come again.", "BUSY") { RetryAfter = TimeSpan.FromMilliseconds(1) };

    private readonly TestEngine engine;
    private int asked;

    public SubscriberTests() => engine = new TestEngine(
        """
        type Query { ok: Boolean }
        type Subscription { added(longerThan: Int! = 0): Paper! broken: Paper refused: Paper }
        type Paper { title: String! length: Int! fails: Int busyTwice: Int }
        """,
        bindings => bindings
            .Value("Query.ok", (object _) => true)
            .Stream("Subscription.added", context => Longer(context.Argument<int>("longerThan"), context.CancellationToken))
            .Stream("Subscription.broken", _ => Broken())
            .Stream("Subscription.refused", _ => throw new FieldFailure("Not for you.", "FORBIDDEN").ToException())
            .Type<Paper>("Paper")
            .Data("Paper.length", _ => new InMemoryRequest("length", parent => ((Paper)parent).Title.Length))
            .Value<Paper, int>("Paper.busyTwice", _ => ++asked > 2 ? asked : throw Busy.ToException())
            .Value<Paper, int>("Paper.fails", _ => throw new InvalidOperationException("secret")));

    [Fact]
    public async Task Each_event_is_answered_as_an_operation_of_its_own()
    {
        await using var answers = Subscribe("subscription { paper: added(longerThan: 1) { title length } }");
        var first = answers.MoveNextAsync();
        events.Publish(new Paper("A"));
        events.Publish(new Paper("BERT"));
        (await first).ShouldBeTrue();
        answers.Current.ShouldBe("""{"data":{"paper":{"title":"BERT","length":4}}}""");

        events.Publish(new Paper("GPT"));
        (await answers.MoveNextAsync()).ShouldBeTrue();
        answers.Current.ShouldBe("""{"data":{"paper":{"title":"GPT","length":3}}}""");
    }

    [Fact]
    public async Task An_error_belongs_to_its_event_and_the_next_one_comes()
    {
        await using var answers = Subscribe("subscription { added { fails } }");
        var first = answers.MoveNextAsync();
        events.Publish(null);
        events.Publish(new Paper("A"));

        (await first).ShouldBeTrue();
        answers.Current.ShouldContain("\"data\":null");
        (await answers.MoveNextAsync()).ShouldBeTrue();
        answers.Current.ShouldBe(
            """{"errors":[{"message":"Unexpected error","locations":[{"line":1,"column":24}],"path":["added","fails"],"extensions":{"code":"INTERNAL_ERROR"}}],"data":{"added":{"fails":null}}}""");
    }

    [Fact]
    public async Task A_failure_that_passes_is_waited_out_so_that_no_event_is_lost()
    {
        await using var answers = Subscribe("subscription { added { title busyTwice } }");
        var first = answers.MoveNextAsync();
        events.Publish(new Paper("A"));

        (await first).ShouldBeTrue();
        answers.Current.ShouldBe("""{"data":{"added":{"title":"A","busyTwice":3}}}""");
    }

    [Fact]
    public async Task Who_goes_away_no_longer_listens()
    {
        await using (var answers = Subscribe("subscription { added { title } }"))
        {
            var first = answers.MoveNextAsync();
            events.IsHeard.ShouldBeTrue();
            events.Publish(new Paper("A"));
            await first;
        }

        events.IsHeard.ShouldBeFalse();
    }

    [Theory]
    [InlineData("subscription { refused { title } }", """{"errors":[{"message":"Not for you.","locations":[{"line":1,"column":16}],"path":["refused"],"extensions":{"code":"FORBIDDEN"}}]}""")]
    [InlineData("subscription { broken { title } }", """{"errors":[{"message":"Unexpected error","locations":[{"line":1,"column":16}],"path":["broken"],"extensions":{"code":"INTERNAL_ERROR"}}]}""")]
    [InlineData("subscription { gone }", """{"errors":[{"message":"Cannot query field \"gone\" on type \"Subscription\".","locations":[{"line":1,"column":16}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}""")]
    [InlineData("{ ok }", """{"data":{"ok":true}}""")]
    public async Task What_cannot_be_subscribed_to_is_answered_once(string query, string answer)
    {
        await using var answers = Subscribe(query);

        (await answers.MoveNextAsync()).ShouldBeTrue();
        answers.Current.ShouldBe(answer);
        (await answers.MoveNextAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_subscription_is_a_stream_of_responses_that_listens_to_nothing_before_it_is_enumerated()
    {
        using var result = await engine.Engine.ExecuteAsync(new GraphQLRequest { Query = "subscription { added { title } }" }, engine);

        result.ShouldBeOfType<GraphQLResponseStream>().IsSubscription.ShouldBeTrue();
        events.IsHeard.ShouldBeFalse();
    }

    [Fact]
    public async Task A_subscription_that_is_refused_is_answered_with_the_error_alone() =>
        (await engine.AnswerAsync("subscription { added { title } }")).ShouldBe(
            """{"errors":[{"message":"There are many responses.","extensions":{"code":"MANY_RESPONSES"}}]}""");

    private async IAsyncEnumerator<string> Subscribe(string query)
    {
        await foreach (var response in engine.Engine.StreamAsync(new GraphQLRequest { Query = query }, engine))
        {
            using (response) yield return TestEngine.GetText(response);
        }
    }

    private async IAsyncEnumerable<object?> Longer(
        int length, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var paper in events.ListenAsync(cancellationToken))
        {
            if (paper is null || ((Paper)paper).Title.Length > length) yield return paper;
        }
    }

    private static async IAsyncEnumerable<object?> Broken()
    {
        await Task.Yield();
        if (Environment.ProcessId != 0) throw new InvalidOperationException("secret");
        yield return null;
    }

    private sealed record Paper(string Title);
}
