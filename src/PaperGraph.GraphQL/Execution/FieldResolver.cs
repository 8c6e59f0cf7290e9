namespace PaperGraph.GraphQL.Execution;

/// <summary>How a field gets its values: from its parent alone, for all parents at once, by a request to a store, or as events.</summary>
public abstract class FieldResolver
{
    private protected FieldResolver()
    {
    }

    /// <summary>
    /// A value that the parent holds. Synchronous and pure; an exception, or a <see cref="FieldFailure"/> as the value, fails that
    /// element alone.
    /// </summary>
    /// <param name="get">The value of a parent.</param>
    /// <param name="keys">
    /// The key name under which a data request that yields the parent also knows the entities that this field yields, so that
    /// the fields below this one can be prefetched; see <see cref="Prefetch.KeyName"/>.
    /// </param>
    public static FieldResolver Value<TParent, TValue>(Func<TParent, TValue> get, string? keys = null) =>
        new ValueResolver<TParent, TValue>(get, keys);

    /// <summary>
    /// Called once for all parents of a level. Answers with one value a parent, in the order of <see cref="FieldContext.Parents"/>;
    /// a value may be a <see cref="FieldFailure"/>. An exception fails the field of every parent.
    /// </summary>
    public static FieldResolver Batch(Func<FieldContext, ValueTask<IReadOnlyList<object?>>> resolve) => new BatchResolver(resolve);

    /// <summary>
    /// Makes a data request and opens no connection; the data requests of a level are run together. Where
    /// <see cref="FieldContext.Prefetch"/> is set, the parents are not known yet: answer with a request that takes its keys from that
    /// pending one, or with <see cref="DataRequest.NeedsParents"/>. <see cref="DataRequest.Nulls"/> asks the store for nothing.
    /// </summary>
    public static FieldResolver Data(Func<FieldContext, DataRequest> request) => new DataResolver(request);

    /// <summary>
    /// The events of a field of the subscription root; each event is the field's value in a response of its own. Ends with the
    /// cancellation of the context, and with its enumeration. An exception ends the subscription.
    /// </summary>
    public static FieldResolver Stream(Func<FieldContext, IAsyncEnumerable<object?>> subscribe) => new StreamResolver(subscribe);
}

internal sealed class StreamResolver(Func<FieldContext, IAsyncEnumerable<object?>> subscribe) : FieldResolver
{
    public IAsyncEnumerable<object?> Subscribe(FieldContext context) => subscribe(context);
}

internal sealed class BatchResolver(Func<FieldContext, ValueTask<IReadOnlyList<object?>>> resolve) : FieldResolver
{
    public ValueTask<IReadOnlyList<object?>> ResolveAsync(FieldContext context) => resolve(context);
}

internal sealed class DataResolver(Func<FieldContext, DataRequest> request) : FieldResolver
{
    public DataRequest RequestData(FieldContext context) => request(context);
}
