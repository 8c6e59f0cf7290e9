using System.Runtime.CompilerServices;
using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Execution.Incremental;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// Executes selections breadth first: every field once, with all its parents. What needs no waiting is gone through as deep as it
/// reaches; the data requests and batches met on the way are a level, and run together.
/// </summary>
internal sealed partial class Levels
{
    private readonly Request request;
    private readonly ValueCompletion completion;
    private readonly Queue<ObjectTable> ready = new();
    private List<(ObjectTable Table, DeferredFields Fields)> deferred = [];
    private List<(ListColumn Lists, int First)> streamed = [];
    private List<(PlannedField Field, DataRequest Request)>? prefetched;
    private readonly List<(ObjectTable Table, int FieldIndex, DataRequest Request)> waitingForData = [];
    private readonly List<(ObjectTable Table, int FieldIndex, BatchResolver Resolver, FieldContext Context)> waitingForBatches = [];
    private readonly List<DataRequest> dataRequests = [];

    public Levels(Request request)
    {
        this.request = request;
        Errors = new FieldErrors(request.Options);
        completion = new ValueCompletion(request, this);
    }

    public FieldErrors Errors { get; }

    /// <summary>Makes a table one of those to be executed next.</summary>
    public void Add(ObjectTable table) => ready.Enqueue(table);

    /// <summary>Notes lists of which only so many items come with their field.</summary>
    public void AddStreamed(ListColumn lists, int first) => streamed.Add((lists, first));

    /// <summary>The fields of the level that is being waited for.</summary>
    public IEnumerable<PlannedField> WaitingFor =>
        waitingForData.Select(waiting => waiting.Table.Fields[waiting.FieldIndex])
            .Concat(waitingForBatches.Select(waiting => waiting.Table.Fields[waiting.FieldIndex]));

    /// <summary>Makes items of lists that were completed in part ready for execution.</summary>
    public ListColumn AddLaterItems(ListColumn lists, int first) => completion.CompleteLaterItems(lists, first);

    /// <summary>Executes the fields of the tables that are ready, and everything below them.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask ExecuteAsync()
    {
        while (Advance())
        {
            await RunLevelAsync();
            ReceiveLevel();
        }
    }

    /// <summary>
    /// Goes through what is ready, as deep as nothing has to be waited for. True where a level is met, which is to be run by
    /// <see cref="RunLevelAsync"/>, its values taken by <see cref="ReceiveLevel"/>.
    /// </summary>
    public bool Advance()
    {
        while (ready.TryDequeue(out var table))
        {
            if (Errors.AnyDropped && AllAreDropped(table)) continue;
            for (var fieldIndex = 0; fieldIndex < table.Fields.Length; fieldIndex++) Start(table, fieldIndex);
            Defer(table);
        }
        return dataRequests.Count > 0 || waitingForBatches.Count > 0;
    }

    private static bool AllAreDropped(ObjectTable table)
    {
        for (var row = 0; row < table.Count; row++)
            if (!table.IsDropped(row)) return false;
        return true;
    }

    /// <summary>Executes one field of a table and everything below it.</summary>
    public ValueTask ExecuteAsync(ObjectTable table, int fieldIndex)
    {
        Start(table, fieldIndex);
        return ExecuteAsync();
    }

    /// <summary>Notes the fields of a table that are to be executed later.</summary>
    public void Defer(ObjectTable table)
    {
        foreach (var fields in table.Deferred) deferred.Add((table, fields));
    }

    /// <summary>What was put off since the last time.</summary>
    public (List<(ObjectTable Table, DeferredFields Fields)> Deferred, List<(ListColumn Lists, int First)> Streamed) TakeDeferred()
    {
        var taken = (deferred, streamed);
        (deferred, streamed) = ([], []);
        return taken;
    }

    private void Start(ObjectTable table, int fieldIndex)
    {
        var field = table.Fields[fieldIndex];
        if (field.Definition.Resolver is TypeNameResolver) return;
        if (!ArgumentCoercion.TryGetArguments(field, request.Variables, request.Deadline, out var arguments, out var problem))
        {
            table.Columns[fieldIndex] = completion.FailAll(table, field, problem);
            return;
        }
        switch (field.Definition.Resolver)
        {
            case ValueResolver resolver:
                var values = request.Pool.Values(table.Count);
                resolver.Resolve(table.Parents, values.AsSpan(0, table.Count));
                table.Columns[fieldIndex] = completion.CompleteValues(table, field, values);
                break;
            case StreamResolver:
                // The event is the root of its execution, and the value of the only root field.
                var happened = table.Rows[0] == Executor.NoRoot ? null : table.Rows[0];
                table.Columns[fieldIndex] = completion.CompleteValues(table, field, [happened]);
                break;
            case BatchResolver resolver:
                waitingForBatches.Add((table, fieldIndex, resolver, CreateContext(table, field, arguments)));
                break;
            case DataResolver resolver:
                if (TryTakePrefetched(field, out var known)) Receive(table, fieldIndex, known);
                else RequestData(table, fieldIndex, resolver, CreateContext(table, field, arguments));
                break;
            default:
                throw new InvalidOperationException($"{field} has no resolver.");
        }
    }

    private FieldContext CreateContext(ObjectTable table, PlannedField field, ArgumentValues arguments) =>
        new(field, arguments, request.Services, request.CancellationToken)
        {
            Parents = new ArraySegment<object>(table.Rows!, 0, table.Count),
            Run = field.Definition.Resolver is BatchResolver ? RunForBatchAsync : null,
        };

    private void RequestData(ObjectTable table, int fieldIndex, DataResolver resolver, FieldContext context)
    {
        var field = table.Fields[fieldIndex];
        try
        {
            var dataRequest = resolver.RequestData(context);
            if (dataRequest == DataRequest.NeedsParents)
                throw new InvalidOperationException($"The resolver of {field} says that it needs the parents which it was given.");
            if (dataRequest == DataRequest.Nulls)
            {
                var nulls = request.Pool.Values(table.Count);
                nulls.AsSpan(0, table.Count).Clear();
                table.Columns[fieldIndex] = completion.CompleteValues(table, field, nulls);
                return;
            }
            waitingForData.Add((table, fieldIndex, dataRequest));
            Queue(dataRequest);
            Prefetch(field, dataRequest);
        }
#pragma warning disable CA1031 // Whatever a resolver throws fails its field.
        catch (Exception exception) when (!request.IsCancelled(exception))
#pragma warning restore CA1031
        {
            table.Columns[fieldIndex] = completion.FailAll(table, field, exception);
        }
    }

    private void Receive(ObjectTable table, int fieldIndex, object valuesOrFailure)
    {
        var field = table.Fields[fieldIndex];
        if (valuesOrFailure is IReadOnlyList<object?> list && list.Count != table.Count)
        {
            valuesOrFailure = new InvalidOperationException(
                $"{field} was resolved for {table.Count} parents and gave {list.Count} values.");
        }
        if (valuesOrFailure is not IReadOnlyList<object?> given)
        {
            table.Columns[fieldIndex] = completion.FailAll(table, field, valuesOrFailure);
            return;
        }
        var values = request.Pool.Values(table.Count);
        for (var i = 0; i < table.Count; i++) values[i] = given[i];
        table.Columns[fieldIndex] = completion.CompleteValues(table, field, values);
    }

    private void Receive(ObjectTable table, int fieldIndex, DataRequest dataRequest)
    {
        var field = table.Fields[fieldIndex];
        if (dataRequest.Failure is { } failure)
        {
            table.Columns[fieldIndex] = completion.FailAll(table, field, failure);
            return;
        }
        var values = request.Pool.Values(table.Count);
        for (var i = 0; i < table.Count; i++)
        {
            request.Deadline.Step();
            values[i] = GetValue(dataRequest, table.Rows[i]!);
        }
        table.Columns[fieldIndex] = completion.CompleteValues(table, field, values);
    }

    private static object? GetValue(DataRequest dataRequest, object parent)
    {
        try
        {
            return dataRequest.ValueFor(parent);
        }
#pragma warning disable CA1031 // Fails the element that the value is of.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
    }
}
