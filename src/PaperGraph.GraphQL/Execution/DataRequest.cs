namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// A request to a store for the values of a field, for all its parents at once: an SQL statement with its parameters, say. The host's
/// <see cref="IDataRequestRunner"/> runs it together with the other data requests of its level.
/// </summary>
public abstract class DataRequest
{
    /// <summary>
    /// What a resolver that is asked for a prefetch answers where it needs the parents; it is asked again when they are known.
    /// </summary>
    public static DataRequest NeedsParents { get; } = new Marker();

    /// <summary>What a resolver answers whose field is null for each of the parents; the store is not asked.</summary>
    public static DataRequest Nulls { get; } = new Marker();

    /// <summary>Set by the runner where this request failed; then it is not asked for values.</summary>
    public Exception? Failure { get; set; }

    /// <summary>
    /// The field's value of one parent, after the request was run: null, one value, a list, or a <see cref="FieldFailure"/>.
    /// An exception fails that element alone.
    /// </summary>
    public abstract object? ValueFor(object parent);

    private sealed class Marker : DataRequest
    {
        public override object? ValueFor(object parent) => null;
    }
}

/// <summary>Runs data requests; it is the engine's only way to a store.</summary>
public interface IDataRequestRunner
{
    /// <summary>
    /// Runs all data requests of a level, in one round trip where the store can. A request that fails has its
    /// <see cref="DataRequest.Failure"/> set and hinders no other; an exception fails them all. The method is called again while it runs
    /// where an operation defers or streams.
    /// </summary>
    ValueTask RunAsync(IReadOnlyList<DataRequest> requests, CancellationToken cancellationToken);
}
