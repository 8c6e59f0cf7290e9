using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Execution;

/// <summary>ExecuteQuery and ExecuteMutation: an operation from its root to a result.</summary>
internal static class Executor
{
    private static readonly object Root = new();

    public static async ValueTask<ExecutionResult> ExecuteAsync(Request request)
    {
        var plan = request.Plan;
        var root = new ObjectGroup(plan.RootType, plan.Selection.For(plan.RootType), null, [0], [Root], 1);
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
