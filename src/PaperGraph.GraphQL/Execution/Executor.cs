using System.Runtime.CompilerServices;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Execution;

/// <summary>ExecuteQuery, ExecuteMutation and ExecuteSubscriptionEvent: an operation from its root to a result.</summary>
internal static class Executor
{
    /// <summary>Stands for the parent of root fields, which have none.</summary>
    public static readonly object NoRoot = new();

    /// <summary>Executes an operation; gives up, with a result that says so, when the time is over.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<GraphQLResponse> ExecuteWithinTimeAsync(
        PreparedRequest prepared,
        IServiceProvider services,
        EngineOptions options,
        object root,
        RequestWatch watch,
        CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(options, watch.Started, cancellationToken);
        var request = new Request(prepared, services, options, deadline, watch);
        var levels = new Levels(request);
        try
        {
            var data = await ExecuteAsync(request, levels, root);
            if (levels.Errors.Retry is var (error, after) && request.Plan.Operation.Operation != OperationType.Mutation)
            {
                request.Pool.Dispose();
                return new RequestErrorResponse([error]) { RetryAfter = after };
            }
            request.ActualCost.AddLater(data);
            return new ExecutionResult(data, levels.Errors.Take()[(data, 0)].ToList(), request.Pool)
            {
                Cost = request.CostAfterwards,
                Work = deadline,
            };
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            return ExecutionResult.WithoutData(TimeIsOver(options, levels.WaitingFor));
        }
    }

    /// <summary>
    /// Everything but what is deferred or streamed. Where this is cancelled, resolvers may still be at work on the columns, which then
    /// must not go back to the pool.
    /// </summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<ObjectTable> ExecuteAsync(Request request, Levels levels, object rootValue)
    {
        var plan = request.Plan;
        using var activity = EngineTelemetry.Execute(plan.Operation);
        var root = ObjectTable.ForRoot(plan.RootType, plan.Selection.For(plan.RootType, request.Deadline), rootValue);
        if (plan.Operation.Operation == OperationType.Mutation)
        {
            await ExecuteSeriallyAsync(levels, root);
        }
        else
        {
            levels.Add(root);
            await levels.ExecuteAsync();
        }
        return root;
    }

    /// <param name="waitingFor">The fields that it waits for; the first few are named.</param>
    public static GraphQLError TimeIsOver(EngineOptions options, IEnumerable<PlannedField> waitingFor)
    {
        const int MaxNamed = 3;
        var seconds = options.Limits.MaxTime.TotalSeconds;
        PlannedField[] named = [.. waitingFor.DistinctBy(field => field.Nodes[0].Location).Take(MaxNamed)];
        var waiting = named.Length == 0 ? "" : $" It was waiting for {string.Join(", ", named.Select(field => field.ToString()))}.";
        return new GraphQLError(
            FormattableString.Invariant($"The request took longer than {seconds:0.###} seconds, which is the limit MaxTime.{waiting} ")
            + "Ask for less at once.")
        {
            Code = ErrorCodes.TimeLimit,
            Locations = [.. named.Select(field => field.Nodes[0].Location)],
        };
    }

    /// <summary>
    /// Executes one root field after the other, each with all that is below it. Stops where a null was propagated to the root.
    /// </summary>
    private static async ValueTask ExecuteSeriallyAsync(Levels levels, ObjectTable root)
    {
        for (var fieldIndex = 0; fieldIndex < root.Fields.Length && !root.IsDropped(0); fieldIndex++)
            await levels.ExecuteAsync(root, fieldIndex);
        levels.Defer(root);
    }
}
