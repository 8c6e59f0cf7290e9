using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Execution;

/// <summary>ExecuteQuery, ExecuteMutation and ExecuteSubscriptionEvent: an operation from its root to a result.</summary>
internal static class Executor
{
    /// <summary>The parent of root fields where there is none.</summary>
    public static readonly object NoRoot = new();

    /// <summary>Executes an operation; gives up, with a result that says so, when the time is over.</summary>
    public static async ValueTask<GraphQLResponse> ExecuteWithinTimeAsync(
        Plan plan,
        VariableValues variables,
        IServiceProvider services,
        EngineOptions options,
        object root,
        CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(options, cancellationToken);
        try
        {
            return await ExecuteAsync(new Request(plan, variables, services, options, deadline), root);
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            var seconds = options.Limits.MaxTime.TotalSeconds;
            return ExecutionResult.WithoutData(new GraphQLError(
                FormattableString.Invariant($"The request took longer than {seconds:0.###} seconds, which is the limit MaxTime. Ask for less at once."))
            {
                Code = ErrorCodes.TimeLimit,
            });
        }
    }

    private static async ValueTask<GraphQLResponse> ExecuteAsync(Request request, object rootValue)
    {
        var plan = request.Plan;
        var root = new ObjectGroup(plan.RootType, plan.Selection.For(plan.RootType), null, [0], [rootValue], 1);
        var levels = new Levels(request);
        // Where this is cancelled, resolvers may still be at work on the columns: then these do not go back to the pool.
        if (plan.Operation.Operation == OperationType.Mutation) await ExecuteSeriallyAsync(request, levels, root);
        else await levels.ExecuteAsync(root);
        return new ExecutionResult(request.Errors.DataIsNull ? null : root, request.Errors.All, request.Pool);
    }

    /// <summary>One root field after the other, each with all that is below it; none after a null reached the root.</summary>
    private static async ValueTask ExecuteSeriallyAsync(Request request, Levels levels, ObjectGroup root)
    {
        for (var column = 0; column < root.Fields.Length && !request.Errors.DataIsNull; column++)
            await levels.ExecuteAsync(root, column);
    }
}
