using System.Globalization;
using System.Runtime.CompilerServices;

namespace PaperGraph.GraphQL.Execution.Incremental;

/// <summary>
/// An operation with deferred fragments or streamed lists. What does not wait is executed and answered first. What that put off is
/// executed in groups, each beside the others and for all objects at once like any level; what is complete is handed out without waiting
/// for the rest. Values are completed here, by one after the other; only resolvers and data requests run at the same time.
/// </summary>
internal sealed partial class Delivery : IAsyncDisposable
{
    /// <summary>Groups that wait at the same time, so that one request does not take all connections.</summary>
    private const int MaxRunning = 16;

    private readonly Request request;
    private readonly Deadline deadline;
    private readonly EngineOptions options;
    private readonly List<ExecutionGroup> groups = [];
    private readonly List<PendingResult> announced = [];
    private int lastId = -1;

    private Delivery(
        PreparedRequest prepared,
        IServiceProvider services,
        EngineOptions options,
        RequestWatch watch,
        CancellationToken client)
    {
        this.options = options;
        deadline = new Deadline(options, watch.Started, client);
        request = new Request(prepared, services, options, deadline, watch);
    }

    public static async IAsyncEnumerable<GraphQLResponse> RespondAsync(
        PreparedRequest prepared,
        IServiceProvider services,
        EngineOptions options,
        RequestWatch watch,
        [EnumeratorCancellation] CancellationToken client)
    {
        await using var delivery = new Delivery(prepared, services, options, watch, client);
        await foreach (var response in delivery.RespondAsync())
        {
            watch.Answered(response);
            if (response is not IncrementalResponse { HasNext: true }) watch.End();
            yield return response;
            watch.Resume();
        }
    }

    /// <summary>Cancels what is still running, since nobody waits for it any more, and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] running = [.. groups.Where(group => group.IsRunning).Select(group => group.Level!)];
        if (running.Length > 0)
        {
            deadline.Cancel();
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        deadline.Dispose();
    }

    private async IAsyncEnumerable<GraphQLResponse> RespondAsync()
    {
        var levels = new Levels(request);
        var (isInTime, root) = await WithinTimeAsync(() => ExecuteInitialAsync(levels));
        if (!isInTime)
        {
            yield return ExecutionResult.WithoutData(Executor.TimeIsOver(options, levels.WaitingFor));
            yield break;
        }

        var response = new IncrementalResponse(root, [.. levels.Errors.Take()[(root!, 0)]])
        {
            Cost = request.Cost,
            Work = deadline,
        };
        Defer(levels, response);
        if (announced.Count == 0)
        {
            yield return new ExecutionResult(root, response.Errors, request.Pool)
            {
                Cost = request.CostAfterwards,
                Work = deadline,
            };
            yield break;
        }
        response.HasNext = true;
        yield return response;

        while (response.HasNext)
        {
            (isInTime, var next) = await WithinTimeAsync(NextAsync);
            response = isInTime ? next! : EndEarly();
            response.HasNext = announced.Count > 0;
            if (!response.HasNext) response.Cost = request.CostAfterwards;
            yield return response;
        }
        if (!groups.Exists(group => group.IsRunning)) request.Pool.Dispose();
    }

    private async Task<ObjectTable> ExecuteInitialAsync(Levels levels)
    {
        var root = await Executor.ExecuteAsync(request, levels, Executor.NoRoot);
        request.ActualCost.Add(root);
        return root;
    }

    private async Task<(bool IsInTime, T? Result)> WithinTimeAsync<T>(Func<Task<T>> execute)
        where T : class
    {
        try
        {
            return (true, await execute());
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            return (false, null);
        }
    }

    /// <summary>Executes until something can be told.</summary>
    private async Task<IncrementalResponse> NextAsync()
    {
        var response = new IncrementalResponse(null, []) { Work = deadline };
        while (true)
        {
            var any = Continue(response);
            Complete(response);
            if (response.SaysSomething) return response;
            if (!any) await Task.WhenAny(groups.Select(group => group.Level).OfType<Task>());
        }
    }

    /// <summary>Goes on with each group that waits for nothing, in the order in which they were put off; false where all wait.</summary>
    private bool Continue(IncrementalResponse response)
    {
        var any = false;
        var places = MaxRunning - groups.Count(group => group.Level is not null);
        foreach (var group in groups.ToArray())
        {
            if (group.IsRunning || (group.Level is null && places-- <= 0)) continue;
            any = true;
            if (!group.Continue()) continue;
            groups.Remove(group);
            Settle(group);
            Defer(group.Levels, response);
        }
        return any;
    }

    /// <summary>Assigns what a group executed to its fragments and streams, some of which may have failed by it.</summary>
    private void Settle(ExecutionGroup group)
    {
        foreach (var whole in group.Wholes)
        {
            if (whole is ListColumn lists) request.ActualCost.Add(lists);
            else request.ActualCost.Add((ObjectTable)whole);
        }
        var errors = group.Levels.Errors.Take();
        foreach (var part in group.Parts)
        {
            parts[(part.Whole!, part.Row)] = part;
            part.Errors = [.. errors[(part.Whole!, part.Row)]];
            foreach (var owner in part.Owners)
            {
                owner.Remaining--;
                if (part.IsNull) owner.Failure ??= part.Errors;
            }
        }
    }

    /// <summary>Adds what is complete to the response. That may announce further results, which may be complete already.</summary>
    private void Complete(IncrementalResponse response)
    {
        while (announced.Find(pending => pending.IsComplete) is { } complete)
        {
            announced.Remove(complete);
            response.Completed.Add(complete);
            if (complete.Failure is not null) continue;
            foreach (var part in complete.Parts.Where(part => part.DeliveredBy is null))
            {
                part.DeliverBy(complete);
                response.Incremental.Add(part);
                foreach (var inner in part.Inner) Announce(inner, response);
            }
            foreach (var inner in complete.Inner) Announce(inner, response);
        }
    }

    /// <summary>
    /// Announces a fragment. One whose fields were all delivered with others is skipped, and the fragments inside it are announced instead.
    /// </summary>
    private void Announce(PendingResult pending, IncrementalResponse response)
    {
        if (pending.Parts.Count == 0)
        {
            foreach (var inner in pending.Inner) Announce(inner, response);
            return;
        }
        pending.Id = (++lastId).ToString(CultureInfo.InvariantCulture);
        announced.Add(pending);
        response.Pending.Add(pending);
    }

    private IncrementalResponse EndEarly()
    {
        var response = new IncrementalResponse(null, []);
        var error = Executor.TimeIsOver(options, groups.SelectMany(group => group.Levels.WaitingFor));
        foreach (var pending in announced) pending.Failure = [error];
        response.Completed.AddRange(announced);
        announced.Clear();
        return response;
    }
}
