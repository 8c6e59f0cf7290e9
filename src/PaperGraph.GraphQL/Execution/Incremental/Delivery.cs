using System.Globalization;
using System.Runtime.CompilerServices;
using PaperGraph.GraphQL.Execution.Cost;

namespace PaperGraph.GraphQL.Execution.Incremental;

/// <summary>
/// An operation with deferred fragments or streamed lists. What does not wait is executed and answered first. What it put off is then
/// executed all together, for all objects at once like any level, and answered; and so on with what that put off.
/// </summary>
internal sealed class Delivery : IDisposable
{
    private readonly Request request;
    private readonly Levels levels;
    private readonly Deadline deadline;
    private readonly EngineOptions options;
    private readonly Dictionary<(DeferUsage Usage, ObjectGroup Group, int Row), PendingResult> fragments = [];
    private readonly Dictionary<(object Whole, int Row), ResultPart> parts = [];
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
        levels = new Levels(request);
    }

    public static async IAsyncEnumerable<GraphQLResponse> RespondAsync(
        PreparedRequest prepared,
        IServiceProvider services,
        EngineOptions options,
        RequestWatch watch,
        [EnumeratorCancellation] CancellationToken client)
    {
        using var delivery = new Delivery(prepared, services, options, watch, client);
        await foreach (var response in delivery.RespondAsync())
        {
            watch.Answered(response);
            if (response is not IncrementalResponse { HasNext: true }) watch.End();
            yield return response;
            watch.Resume();
        }
    }

    public void Dispose() => deadline.Dispose();

    private async IAsyncEnumerable<GraphQLResponse> RespondAsync()
    {
        var root = await WithinTimeAsync(async () => await Executor.ExecuteAsync(request, levels, Executor.NoRoot));
        if (root is null)
        {
            yield return ExecutionResult.WithoutData(Executor.TimeIsOver(options));
            yield break;
        }

        request.ActualCost.Add(root);
        var response = new IncrementalResponse(root, [.. request.Errors.Take()[(root, 0)]]) { Cost = request.Cost };
        var work = PutOff(response);
        if (announced.Count == 0)
        {
            yield return new ExecutionResult(root, response.Errors, request.Pool) { Cost = request.CostAfterwards };
            yield break;
        }
        response.HasNext = true;
        yield return response;

        while (announced.Count > 0)
        {
            response = new IncrementalResponse(null, []);
            var current = work;
            var executed = await WithinTimeAsync(() => ExecuteAsync(current));
            if (executed is null) GiveUp(response);
            else
            {
                work = PutOff(response);
                Complete(response);
            }
            response.HasNext = announced.Count > 0;
            if (!response.HasNext) response.Cost = request.CostAfterwards;
            if (response.SaysSomething) yield return response;
        }
        request.Pool.Dispose();
    }

    private async Task<T?> WithinTimeAsync<T>(Func<Task<T>> execute)
        where T : class
    {
        try
        {
            return await execute();
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            return null;
        }
    }

    private async Task<List<Work>> ExecuteAsync(List<Work> work)
    {
        foreach (var current in work)
        {
            object whole = current.Start(levels);
            foreach (var part in current.Parts) parts[(part.Whole = whole, part.Row)] = part;
        }
        await levels.ExecuteAsync();
        foreach (var current in work) current.AddTo(request.ActualCost);

        var errors = request.Errors.Take();
        foreach (var part in work.SelectMany(done => done.Parts))
        {
            part.Errors = [.. errors[(part.Whole!, part.Row)]];
            foreach (var owner in part.Owners)
            {
                owner.Remaining--;
                if (part.IsNull) owner.Failure ??= part.Errors;
            }
        }
        return work;
    }

    /// <summary>What the last execution put off, as work for the next; what begins in data that is handed out is announced.</summary>
    private List<Work> PutOff(IncrementalResponse response)
    {
        var (deferred, streamed) = levels.TakePutOff();
        var work = new List<Work>();
        var begun = new List<PendingResult>();
        foreach (var (group, fields) in deferred)
        {
            int[] rows = [.. Enumerable.Range(0, group.Count).Where(row => !group.IsDropped(row))];
            if (rows.Length == 0) continue;
            var made = rows.Select((row, index) => new ResultPart(
                [.. fields.Usages.Select(usage => FragmentOf(usage, group, row, begun))], group.PathOf(row))
            { Row = index });
            work.Add(new Work([.. made], executing => ExecuteDeferred(executing, group, fields, rows)));
        }
        foreach (var (lists, first) in streamed)
        {
            var made = new List<ResultPart>();
            for (var row = 0; row < lists.Count; row++)
            {
                if (lists.Values[row] is not System.Collections.IList list || list.Count <= first || lists.IsDropped(row)) continue;
                var pending = new PendingResult(lists.Field.Stream!.Label, lists.PathOf(row));
                made.Add(new ResultPart([pending], pending.Path) { Row = row });
                Begin(pending, lists.WholeOf(row), begun);
            }
            if (made.Count > 0) work.Add(new Work(made, executing => executing.AddLaterItems(lists, first)));
        }
        foreach (var part in work.SelectMany(put => put.Parts))
        {
            foreach (var owner in part.Owners)
            {
                owner.Parts.Add(part);
                owner.Remaining++;
            }
        }
        foreach (var pending in begun) Announce(pending, response);
        return work;
    }

    private static ObjectGroup ExecuteDeferred(Levels executing, ObjectGroup answered, DeferredFields fields, int[] rows)
    {
        var group = ObjectGroup.OfDeferred(answered, fields.Fields, rows);
        executing.Add(group);
        return group;
    }

    /// <summary>The deferred fragment around fields of an object; it may have begun at an object further up.</summary>
    private PendingResult FragmentOf(DeferUsage usage, ObjectGroup group, int row, List<PendingResult> begun)
    {
        while (!group.NewUsages.Contains(usage)) (group, row) = group.OwnerOf(row)!.Value;
        if (fragments.TryGetValue((usage, group, row), out var known)) return known;
        var made = fragments[(usage, group, row)] = new PendingResult(usage.Label, group.PathOf(row));
        if (usage.Parent is null) Begin(made, group.WholeOf(row), begun);
        else FragmentOf(usage.Parent, group, row, begun).Inner.Add(made);
        return made;
    }

    /// <summary>What is pending is announced with the data it begins in.</summary>
    private void Begin(PendingResult pending, (object Whole, int Row) place, List<PendingResult> begun)
    {
        if (parts.TryGetValue(place, out var part) && !part.IsHandedOut) part.Inner.Add(pending);
        else begun.Add(pending);
    }

    /// <summary>A fragment all of whose fields came with others waits for nothing; those inside it may.</summary>
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

    /// <summary>Hands out what is complete, which may announce more, which may be complete already.</summary>
    private void Complete(IncrementalResponse response)
    {
        while (announced.Find(pending => pending.Remaining == 0) is { } complete)
        {
            announced.Remove(complete);
            response.Completed.Add(complete);
            if (complete.Failure is not null) continue;
            foreach (var part in complete.Parts.Where(part => !part.IsHandedOut))
            {
                part.IsHandedOut = true;
                response.Incremental.Add(part);
                foreach (var inner in part.Inner) Announce(inner, response);
            }
            foreach (var inner in complete.Inner) Announce(inner, response);
        }
    }

    private void GiveUp(IncrementalResponse response)
    {
        foreach (var pending in announced) pending.Failure = [Executor.TimeIsOver(options)];
        response.Completed.AddRange(announced);
        announced.Clear();
    }

    /// <summary>Something put off, for all objects or lists that it was put off for.</summary>
    private sealed record Work(IReadOnlyList<ResultPart> Parts, Func<Levels, object> Start)
    {
        public void AddTo(ActualCost cost)
        {
            if (Parts[0].Whole is ListLayer lists) cost.Add(lists);
            else cost.Add((ObjectGroup)Parts[0].Whole!);
        }
    }
}
