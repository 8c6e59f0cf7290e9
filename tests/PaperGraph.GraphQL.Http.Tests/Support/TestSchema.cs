using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Http.Tests.Support;

/// <summary>A schema whose fields show what came over the wire, and how things go wrong.</summary>
internal static class TestSchema
{
    private const string Text = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT

        type Query {
          hello(name: String = "world"): String!
          letters(count: Int!): String!
          pages(count: Int!): [String!]!
          fails: String
          cannotFail: String!
          busy: String
          waits: String
          self: Query!
        }

        type Mutation { count: Int! busy: String }

        type Subscription {
          counts(to: Int!): Int!
          waits: Int!
          breaks: Int!
          letters(count: Int!): String!
        }
        """;

    /// <summary>10,000 letters.</summary>
    private static readonly string Page = new('a', 10_000);

    private static FieldFailure Busy { get; } = new("The shelf is being moved.", "MOVING") { RetryAfter = TimeSpan.FromSeconds(1.5) };

    public static Schema Build(Waiting waiting) => SchemaBuilder.Build(Parser.Parse(Text), new FieldBindings()
        .Batch("Query.hello", context => One($"Hello, {context.Argument<string?>("name") ?? "nobody"}!"))
        .Batch("Query.letters", context => One(new string('a', context.Argument<int>("count"))))
        .Batch("Query.pages", context => One(Enumerable.Repeat(Page, context.Argument<int>("count")).ToArray()))
        .Value<object, string>("Query.fails", _ => throw new InvalidOperationException("The password is swordfish."))
        .Value<object, string>("Query.cannotFail", _ => throw new InvalidOperationException("The password is swordfish."))
        .Value<object, string>("Query.busy", _ => throw Busy.ToException())
        .Value<object, string>("Mutation.busy", _ => throw Busy.ToException())
        .Batch("Query.waits", waiting.UntilReleasedAsync)
        .Value("Query.self", (object parent) => parent)
        .Value("Mutation.count", (object _) => 1)
        .Stream("Subscription.counts", context => Numbers(context.Argument<int>("to")))
        .Stream("Subscription.waits", context => Wait(waiting, context))
        .Stream("Subscription.breaks", _ => Break())
        .Stream("Subscription.letters", context => Letters(waiting, context)));

    private static async IAsyncEnumerable<object?> Numbers(int to)
    {
        await Task.CompletedTask;
        for (var number = 1; number <= to; number++) yield return number;
    }

    /// <summary>Without end.</summary>
    private static async IAsyncEnumerable<object?> Letters(Waiting waiting, FieldContext context)
    {
        await Task.CompletedTask;
        var letters = new string('a', context.Argument<int>("count"));
        try
        {
            while (true) yield return letters;
        }
        finally
        {
            waiting.End();
        }
    }

    private static async IAsyncEnumerable<object?> Wait(Waiting waiting, FieldContext context)
    {
        await waiting.UntilReleasedAsync(context);
        yield return 1;
    }

    private static async IAsyncEnumerable<object?> Break()
    {
        await Task.CompletedTask;
        yield return 1;
        throw new InvalidOperationException("The password is swordfish.");
    }

    private static ValueTask<IReadOnlyList<object?>> One(object value) => ValueTask.FromResult<IReadOnlyList<object?>>([value]);
}

/// <summary>Lets a test see that a request is being executed, and that its execution was cancelled.</summary>
internal sealed class Waiting
{
    private readonly TaskCompletionSource began = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Began => began.Task;

    public Task Cancelled => cancelled.Task;

    /// <summary>A source of events was left by whoever listened.</summary>
    public Task Ended => ended.Task;

    public void Release() => released.SetResult();

    public void End() => ended.TrySetResult();

    public async ValueTask<IReadOnlyList<object?>> UntilReleasedAsync(FieldContext context)
    {
        began.TrySetResult();
        try
        {
            await released.Task.WaitAsync(context.CancellationToken);
            return ["done"];
        }
        catch (OperationCanceledException)
        {
            cancelled.SetResult();
            throw;
        }
    }
}
