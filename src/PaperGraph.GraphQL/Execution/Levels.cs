using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Execution.Incremental;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// Executes selections breadth first: every field once, with all its parents. What needs no waiting is gone through as deep as it
/// reaches; the reads and batches met on the way are a level, and run together.
/// </summary>
internal sealed partial class Levels
{
    private readonly Request request;
    private readonly ValueCompletion completion;
    private readonly Queue<ObjectGroup> ready = new();
    private readonly List<(ObjectGroup Group, DeferredFields Fields)> deferred = [];
    private readonly List<(ListLayer Lists, int First)> streamed = [];
    private readonly Dictionary<PlannedField, Read> ahead = [];
    private readonly List<(ObjectGroup Group, int Column, Read Read)> waitingForReads = [];
    private readonly List<(ObjectGroup Group, int Column, BatchResolver Resolver, FieldContext Context)> waitingForBatches = [];
    private readonly List<Read> reads = [];

    public Levels(Request request)
    {
        this.request = request;
        Errors = new FieldErrors(request.Options);
        completion = new ValueCompletion(
            request.Plan.Schema,
            request.Pool,
            Errors,
            request.Deadline,
            ready.Enqueue,
            request.InitialCountOf,
            (lists, first) => streamed.Add((lists, first)));
    }

    public FieldErrors Errors { get; }

    /// <summary>Makes a group one of those to be executed next.</summary>
    public void Add(ObjectGroup group) => ready.Enqueue(group);

    /// <summary>The fields of the level that is being waited for.</summary>
    public IEnumerable<PlannedField> WaitingFor =>
        waitingForReads.Select(waiting => waiting.Group.Fields[waiting.Column])
            .Concat(waitingForBatches.Select(waiting => waiting.Group.Fields[waiting.Column]));

    /// <summary>Makes items of lists that were completed in part ready for execution.</summary>
    public ListLayer AddLaterItems(ListLayer lists, int first) => completion.CompleteLaterItems(lists, first);

    /// <summary>Executes the fields of the groups that are ready, and everything below them.</summary>
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
        while (ready.TryDequeue(out var group))
        {
            if (Errors.AnyDropped && AllAreDropped(group)) continue;
            for (var column = 0; column < group.Fields.Length; column++) Start(group, column);
            Defer(group);
        }
        return reads.Count > 0 || waitingForBatches.Count > 0;
    }

    private static bool AllAreDropped(ObjectGroup group)
    {
        for (var row = 0; row < group.Count; row++)
            if (!group.IsDropped(row)) return false;
        return true;
    }

    /// <summary>Executes one field of a group and everything below it.</summary>
    public ValueTask ExecuteAsync(ObjectGroup group, int column)
    {
        Start(group, column);
        return ExecuteAsync();
    }

    /// <summary>Notes the fields of a group that are to be executed later.</summary>
    public void Defer(ObjectGroup group)
    {
        foreach (var fields in group.Deferred) deferred.Add((group, fields));
    }

    /// <summary>What was put off since the last time.</summary>
    public (List<(ObjectGroup Group, DeferredFields Fields)> Deferred, List<(ListLayer Lists, int First)> Streamed) TakePutOff()
    {
        var taken = (deferred.ToList(), streamed.ToList());
        deferred.Clear();
        streamed.Clear();
        return taken;
    }

    private void Start(ObjectGroup group, int column)
    {
        var field = group.Fields[column];
        if (field.Definition.Resolver is TypeNameResolver) return;
        var arguments = request.ArgumentsOf(field, out var problem);
        if (problem is not null)
        {
            group.Columns[column] = completion.FailAll(group, field, problem);
            return;
        }
        switch (field.Definition.Resolver)
        {
            case ValueResolver resolver:
                var values = request.Pool.Values(group.Count);
                resolver.Resolve(group.Parents, values.AsSpan(0, group.Count));
                group.Columns[column] = completion.CompleteValues(group, field, values);
                break;
            case StreamResolver:
                // The event is the root of its execution, and the value of the only root field.
                var happened = group.Rows[0] == Executor.NoRoot ? null : group.Rows[0];
                group.Columns[column] = completion.CompleteValues(group, field, [happened]);
                break;
            case BatchResolver resolver:
                waitingForBatches.Add((group, column, resolver, ContextOf(group, field, arguments)));
                break;
            case ReadResolver resolver:
                if (ahead.Remove(field, out var known)) Receive(group, column, known);
                else HandOver(group, column, resolver, ContextOf(group, field, arguments));
                break;
            default:
                throw new InvalidOperationException($"{field} has no resolver.");
        }
    }

    private FieldContext ContextOf(ObjectGroup group, PlannedField field, ArgumentValues arguments) =>
        new(field, arguments, request.Services, request.CancellationToken)
        {
            Parents = new ArraySegment<object>(group.Rows!, 0, group.Count),
        };

    private void HandOver(ObjectGroup group, int column, ReadResolver resolver, FieldContext context)
    {
        var field = group.Fields[column];
        try
        {
            if (resolver.HandOver(context) is { } read)
            {
                waitingForReads.Add((group, column, read));
                Queue(read);
                FetchAhead(field, read);
            }
            else
            {
                group.Columns[column] = completion.CompleteValues(group, field, request.Pool.Values(group.Count));
            }
        }
#pragma warning disable CA1031 // Whatever a resolver throws fails its field.
        catch (Exception exception) when (!request.IsCancelled(exception))
#pragma warning restore CA1031
        {
            group.Columns[column] = completion.FailAll(group, field, exception);
        }
    }

    private void Receive(ObjectGroup group, int column, object valuesOrFailure)
    {
        var field = group.Fields[column];
        if (valuesOrFailure is IReadOnlyList<object?> list && list.Count != group.Count)
        {
            valuesOrFailure = new InvalidOperationException(
                $"{field} was resolved for {group.Count} parents and gave {list.Count} values.");
        }
        if (valuesOrFailure is not IReadOnlyList<object?> given)
        {
            group.Columns[column] = completion.FailAll(group, field, valuesOrFailure);
            return;
        }
        var values = request.Pool.Values(group.Count);
        for (var i = 0; i < group.Count; i++) values[i] = given[i];
        group.Columns[column] = completion.CompleteValues(group, field, values);
    }

    private void Receive(ObjectGroup group, int column, Read read)
    {
        var field = group.Fields[column];
        if (read.Failure is { } failure)
        {
            group.Columns[column] = completion.FailAll(group, field, failure);
            return;
        }
        var values = request.Pool.Values(group.Count);
        for (var i = 0; i < group.Count; i++)
        {
            request.Deadline.Step();
            values[i] = ValueOf(read, group.Rows[i]!);
        }
        group.Columns[column] = completion.CompleteValues(group, field, values);
    }

    private static object? ValueOf(Read read, object parent)
    {
        try
        {
            return read.ValueFor(parent);
        }
#pragma warning disable CA1031 // Fails the element that the value is of.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
    }
}
